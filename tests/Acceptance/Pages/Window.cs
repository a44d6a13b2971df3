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
        page.Console += Keep;
        page.PageError += Keep;
        page.Request += Keep;
        page.RequestFailed += KeepFailed;
        page.Dialog += DismissAsync;
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page.</summary>
    public IList<string> Complaints { get; } = [];

    /// <summary>The addresses that were asked for.</summary>
    public IList<string> Requested { get; } = [];

    /// <summary>A window that has the context to itself, and closes it.</summary>
    public static async Task<Window> OpenAsync(IBrowserContext context) => new(await context.NewPageAsync(), isAlone: true);

    /// <summary>A tab that others had before and will have again: light, and as wide as a desk.</summary>
    public static async Task<Window> BorrowAsync(IPage tab)
    {
        await tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await tab.SetViewportSizeAsync(1440, 800);
        return new(tab, isAlone: false);
    }

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
            // What still runs fails now, and not for whoever has the tab next.
            await Page.UnrouteAllAsync();
            await Page.GotoAsync("about:blank");
            await Page.Mouse.MoveAsync(0, 0);
            Page.Console -= Keep;
            Page.PageError -= Keep;
            Page.Request -= Keep;
            Page.RequestFailed -= KeepFailed;
            Page.Dialog -= DismissAsync;
        }
    }

    private void Keep(object? sender, IConsoleMessage message)
    {
        // That a page is asked for with status 400 is said in the console too.
        if (
            message.Type is "error" or "warning"
            && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal)
        )
        {
            Complaints.Add(message.Text);
        }
    }

    private void Keep(object? sender, string error) => Complaints.Add(error);

    private void Keep(object? sender, IRequest request) => Requested.Add(request.Url);

    private void KeepFailed(object? sender, IRequest request) => Complaints.Add($"{request.Url}: {request.Failure}");

    private async void DismissAsync(object? sender, IDialog dialog)
    {
        Complaints.Add($"A dialog: {dialog.Message}");
        await dialog.DismissAsync();
    }
}
