using ArtsakhLedger.Tests.Feed;
using ArtsakhLedger.Tests.Running;
using Microsoft.Playwright;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>The real record, and beside it a polity whose texts try tricks and one of other ages, served over HTTP and looked at with Chromium. One service and one browser
/// for all tests of pages.</summary>
public sealed class LookedAtLedger(PostgresServer server) : IAsyncLifetime
{
    private const string NoBrowser =
        "No Chromium is found on this machine, so its pages are not looked at. Debian's package is named chromium-headless-shell.";

    private readonly TemporaryEvents events = TemporaryEvents.CopyOfTheRecord();
    private ListeningLedger ledger = null!;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IPage? tab;
    private IPage? tabWithoutScripts;

    /// <summary>Where the service listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => ledger.Address.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        TrickyPolity.WriteTo(events);
        AncientPolity.WriteTo(events);
        ledger = await ListeningLedger.StartAsync(await server.CreateLedgerAsync(), events.Folder);
        if (Chromium() is not { } path)
        {
            await Console.Error.WriteLineAsync(NoBrowser);
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] }
        );
    }

    /// <summary>A window of a browser of its own, without anything kept from others.</summary>
    public async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, NoBrowser);
        options ??= new();
        options.BaseURL = Address;
        return await Window.OpenAsync(await browser!.NewContextAsync(options));
    }

    /// <summary>The one tab that is there for all who only look, with what the browser keeps of the service's files.</summary>
    public async Task<Window> OpenTabAsync()
    {
        Assert.SkipWhen(browser is null, NoBrowser);
        return await Window.BorrowAsync(tab ??= await browser!.NewPageAsync(new() { BaseURL = Address }));
    }

    /// <summary>The one tab that runs no scripts.</summary>
    public async Task<Window> OpenTabWithoutScriptsAsync()
    {
        Assert.SkipWhen(browser is null, NoBrowser);
        return await Window.BorrowAsync(
            tabWithoutScripts ??= await browser!.NewPageAsync(new() { BaseURL = Address, JavaScriptEnabled = false })
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await ledger.DisposeAsync();
        events.Dispose();
    }

    private static string? Chromium() =>
        (
            from folder in Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? []
            from name in new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
            let file = Path.Combine(folder, name)
            where File.Exists(file)
            select file
        ).FirstOrDefault();
}

/// <summary>The tests that look at pages: one after the other, in one browser.</summary>
[CollectionDefinition(Name)]
public sealed class LookingAtPages : ICollectionFixture<LookedAtLedger>
{
    public const string Name = "Looking at pages";
}
