using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>A page in a window of a browser, with everything that its console complained of: what the Content-Security-Policy kept out, files that are not there,
/// scripts that fail.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly bool isAlone;

    private Window(IPage page, bool isAlone)
    {
        (Page, this.isAlone) = (page, isAlone);
        page.Console += (_, message) =>
        {
            // That a page is asked for with status 400 is said in the console too.
            if (
                message.Type is "error" or "warning"
                && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)
            )
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.RequestFailed += (_, request) => Complaints.Add($"{request.Url}: {request.Failure}");
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add($"A dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page.</summary>
    public IList<string> Complaints { get; } = [];

    /// <summary>A window that has the context to itself, and closes it.</summary>
    public static async Task<Window> OpenAsync(IBrowserContext context) => new(await context.NewPageAsync(), isAlone: true);

    /// <summary>A window that leaves the context to others.</summary>
    public static async Task<Window> OpenTabAsync(IBrowserContext context) => new(await context.NewPageAsync(), isAlone: false);

    /// <summary>Goes to an address of the ledger.</summary>
    public async Task<IResponse> GoAsync(string address) => (await Page.GotoAsync(address))!;

    /// <summary>Whether something is wider than the window.</summary>
    public async Task ShouldNotScrollSidewaysAsync()
    {
        var wider = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        wider.ShouldBeLessThanOrEqualTo(0, $"{Page.Url} is wider than its window");
    }

    /// <summary>Waits until a page at such an address is there and loaded. The browser is asked again and again: whoever waits for the event of the navigation
    /// may begin to wait after it.</summary>
    public async Task ArrivesAtAsync(Regex address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(address, new() { Timeout = 30_000 });
        await Page.EvaluateAsync(
            "() => new Promise(loaded => document.readyState === 'complete' ? loaded() : addEventListener('load', () => loaded()))"
        );
    }

    /// <summary>Waits until the page listens and is painted: before that the browser takes neither keys nor the mouse.</summary>
    public async Task ListensAsync()
    {
        await Page.Locator("svg.life.draggable").WaitForAsync();
        await Page.EvaluateAsync("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
    }

    /// <summary>Presses an arrow key that leads from change to change.</summary>
    public async Task StepAsync(string key)
    {
        await ListensAsync();
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Tab until something has the focus.</summary>
    /// <param name="selector">What is to have it.</param>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 400; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }
        }

        throw new InvalidOperationException($"No key press leads to '{selector}' on {Page.Url}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (isAlone)
        {
            await Page.Context.DisposeAsync();
        }
        else
        {
            await Page.CloseAsync();
        }
    }
}
