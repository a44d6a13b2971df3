using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>Lets axe-core walk through a page. Its script is run in the page itself, once, and only what is wrong comes back.</summary>
public static class Axe
{
    /// <summary>Every rule for a criterion of WCAG 2.2, levels A and AA.</summary>
    public static readonly object Wcag22Aa = new
    {
        type = "tag",
        values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa" },
    };

    /// <summary>The rule that depends on the colours alone.</summary>
    public static readonly object Contrast = new { type = "rule", values = new[] { "color-contrast" } };

    private const string Run = """
        async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'], selectors: false, iframes: false }))
            .violations.map(violation => `${violation.help}: ${violation.nodes.map(node => node.html).join('; ')}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with a page, with the elements that it is wrong with.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return await page.EvaluateAsync<string[]>(Run, rules);
    }
}
