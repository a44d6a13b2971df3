using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class SecrecyTests : IAsyncLifetime
{
    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1;Password=a-password-of-nobody");
    private readonly KeptLog log = new();
    private IAlbaHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await TrialService.StartAsync(
            nowhere,
            builder =>
            {
                builder.Logging.AddProvider(log);
                builder.Logging.AddFilter<KeptLog>(null, LogLevel.Trace);
            }
        );

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await nowhere.DisposeAsync();
        log.Dispose();
    }

    [Fact]
    public async Task No_token_key_or_password_shows_in_the_log_or_an_answer_whatever_is_wrong_with_it()
    {
        var expired = Tokens.Of(Role.Editor, until: TimeSpan.FromHours(-1));
        string[] tokens =
        [
            Tokens.OfContributor,
            Tokens.OfEditor,
            expired,
            Tokens.Of(Role.Editor, audience: "another-ledger"),
            $"{Tokens.OfEditor}tampered",
            "garbage-that-could-be-a-secret",
            "part-of-a.token-that-is.no-token-at-all",
        ];
        var answers = new List<string>();
        foreach (var token in tokens)
        {
            answers.Add(await (await host.WriteAsync(TrialService.RequiresEditor, $"Bearer {token}")).ReadAsTextAsync());
            answers.AddRange(await SendFormAsync(token));
            answers.Add(await (await host.WriteAsync("/health/ready", $"Bearer {token}", "GET")).ReadAsTextAsync());
        }

        var said = string.Join('\n', [.. log.Lines, .. answers]);
        said.ShouldContain("Bearer was not authenticated");
        foreach (var secret in tokens.SelectMany(token => token.Split('.').Append(token)).Where(part => part.Length > 0 && part != Header))
        {
            said.ShouldNotContain(secret);
        }

        said.ShouldNotContain((await File.ReadAllTextAsync(Tokens.KeyFile, TestContext.Current.CancellationToken)).Trim());
        said.ShouldNotContain("a-password-of-nobody");
    }

    /// <summary>The form for contributors has the token in a box.</summary>
    private async Task<IReadOnlyList<string>> SendFormAsync(string token)
    {
        using var client = host.Server.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var pages = new List<string>();
        foreach (var press in new[] { "record", "preview", "another-citation", "no-such-button" })
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["type"] = "office-opened",
                    ["key"] = "a-key",
                    ["press"] = press,
                    ["token"] = token,
                }
            );
            using var answer = await client.PostAsync(
                new Uri("/contribute", UriKind.Relative),
                form,
                TestContext.Current.CancellationToken
            );
            pages.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        pages.Count(page => page.Contains("name=\"token\"")).ShouldBe(3);
        return pages;
    }

    private static string Header => Tokens.OfEditor.Split('.')[0];
}
