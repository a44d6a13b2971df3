using System.Text.Json.Serialization;
using ArtsakhLedger.Access;
using ArtsakhLedger.Answers;
using ArtsakhLedger.Contributing;
using ArtsakhLedger.Database;
using ArtsakhLedger.Documentation;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Guides;
using ArtsakhLedger.Http;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Log;
using ArtsakhLedger.Notifications;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Provenance;
using ArtsakhLedger.Recording;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;
using JasperFx;
using JasperFx.CodeGeneration;
using Marten;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wolverine;
using Wolverine.Http;

namespace ArtsakhLedger.Serving;

/// <summary>Builds the web service.</summary>
public static class LedgerService
{
    /// <summary>The address at which the service listens by default.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>How long requests may take to end when the service stops. After that their connections are closed, and they are cancelled.</summary>
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(1);

    /// <summary>The service on a database, ready to be built.</summary>
    public static WebApplicationBuilder BuilderFor(DatabaseLocation place)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        LedgerConfiguration.AddSecrets(builder.Configuration, LedgerConfiguration.SecretsFolder);
        LedgerConfiguration.AddLedgerFolder(builder.Configuration, Environment.CurrentDirectory);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Services.AddSingleton(place);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToFinish);
        AddLedger(builder.Services, place.Database);
        AddHttp(builder);
        builder.Services.AddAccess();
        builder.Services.AddWriteRateLimit();
        builder.Services.AddTelemetry(builder.Configuration);
        return builder;
    }

    /// <summary>Maps the service's addresses.</summary>
    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<LedgerGauges>(); // from now on they can be read
        app.Use(EveryAnswer.MarkAsync);
        PublicAddress.From(app.Configuration).Use(app);
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<Histories>().Stop);
        app.Use(HeadRequests.AnswerAsGet);
        app.UseExceptionHandler();
        app.UseStatusCodePages(ProblemAnswers.OfStatusAsync);
        app.UseCors();
        app.Use(app.Services.GetRequiredService<AnswerCache>().AnswerAsync);
        app.UseRouting();
        app.Use(RequestLimits.Check);
        app.Use(ContributionForm.ReadAsync); // from here on it is a request as others
        app.UseAccess();
        app.Use(ForeignParameters.RedirectAsync);
        app.Use(StrictQuery.Check);
        app.Use(Representation.Choose);
        app.Use(ReadinessMiddleware.RequireAsync);
        app.Use(EmptyFormFields.RedirectAsync);
        app.Use(app.Services.GetRequiredService<Idempotency>().ApplyAsync);
        app.MapWolverineEndpoints(options =>
        {
            options.RejectUnparseableQueryValues = true;
            options.WarmUpRoutes = RouteWarmup.Eager;
        });
        DescribedService.Map(app);
        app.MapGet("/", HomeEndpoint.Open).ExcludeFromDescription();
        PageFile.Map(app);
        GuidePictures.Map(app);
    }

    private static void AddLedger(IServiceCollection services, LedgerDatabase database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton<NameInUse>();
        services.AddMarten(options => EventStore.Configure(options, database.Service));
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<ILedger>(provider => provider.GetRequiredService<LedgerReader>());
        services.AddSingleton<PolityReader>();
        services.AddSingleton<EntityReader>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<SnapshotArchiver>();
        services.AddSingleton<Histories>();
        services.AddSingleton<StateAnswers>();
        services.AddSingleton<NewestBatches>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<ProvenanceReader>();
        services.AddSingleton<HtmlPages>();
        services.AddSingleton<IOutcomePages, OutcomePages>();
        services.AddSingleton<LedgerGauges>();
        services.AddSingleton<Appender>();
        services.AddSingleton<Importer>();
        services.AddSingleton<ImportedFolders>();
        services.AddSingleton<DraftReader>();
        services.AddSingleton<BatchDraftReader>();
        services.AddSingleton<DryRun>();
        services.AddSingleton<Idempotency>();
        services.AddSingleton<DocumentedExamples>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<StoredEvents>();
        services.AddSingleton<LogSigner>();
        services.AddSingleton<LogOpener>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<FeedPages>();
        services.AddSingleton<FeedWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedWatch>());
        services.AddSingleton<DatabaseMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseMonitor>());
        services.AddSingleton<UnknownTypes>();
        services.AddSingleton<LedgerStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerStartup>());
    }

    /// <summary>The folder for the code that <c>codegen write</c> generates: beside the sources, whatever the current folder is.</summary>
    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ArtsakhLedger.csproj")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private static void AddHttp(WebApplicationBuilder builder)
    {
        builder.Services.CritterStackDefaults(defaults =>
        {
            // Generated ahead of time (`codegen write`, under Internal/Generated): compiling at run time delays the first answer by seconds.
            defaults.Production.GeneratedCodeMode = TypeLoadMode.Static;
            defaults.Production.AssertAllPreGeneratedTypesExist = true;
        });
        builder.Host.UseWolverine(options =>
        {
            options.Durability.Mode = DurabilityMode.MediatorOnly;
            options.ApplicationAssembly = typeof(LedgerService).Assembly;
            options.CodeGeneration.GeneratedCodeOutputPath = Path.Combine(ProjectFolder(), "Internal", "Generated");
        });
        builder.Services.AddWolverineHttp();
        builder.Services.AddResponseCompression(); // its negotiation; TaggedBody does the rest
        builder.Services.ConfigureHttpJsonOptions(json =>
            FactJson.Apply(json.SerializerOptions).NumberHandling = JsonNumberHandling.Strict
        );
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(
            DescribedService.Document,
            options =>
            {
                // In this order: what an operation says of itself, then what becomes of that in the answer.
                ServiceDescription.Describe(options);
                AnswerSchemas.Describe(options);
                BearerDocumentation.Describe(options);
                RequestDocumentation.Describe(options);
                DryRunDocumentation.Describe(options);
                AnswerMedia.Describe(options);
                AnswerHeaders.Describe(options);
                ProblemDescription.Describe(options);
            }
        );
        builder.Services.AddSingleton<DescribedService>();
        builder.Services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .AllowAnyOrigin()
                    .WithMethods("GET", "HEAD")
                    .AllowAnyHeader()
                    .WithExposedHeaders("ETag", "Ledger-Head", "Content-Location", "Link", "Retry-After")
            )
        );
        builder
            .Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Wolverine", LogLevel.Error)
            // Logs every failed statement with a stack trace, also while the disk is full; what fails is thrown, and becomes a problem.
            .AddFilter("Marten", LogLevel.Critical)
            // ServeCommand reports a port in use in one sentence, so its stack trace is not logged.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // ProblemExceptionHandler answers with problem details, and logs the exception if it is a defect.
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            RequestLimits.Configure(kestrel.Limits);
        });
    }
}
