using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>The message of a problem, with the addresses that it names (<c>GET /polities</c>) as links.</summary>
public sealed partial class LinkedSentences : ComponentBase
{
    [Parameter]
    public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "bdi");
        var done = 0;
        foreach (Match address in Addresses().Matches(Text))
        {
            builder.AddContent(1, RecordText.Shown(Text[done..address.Index]));
            builder.OpenElement(2, "a");
            builder.AddAttribute(3, "href", address.Groups["path"].Value);
            builder.AddContent(4, address.Groups["path"].Value);
            builder.CloseElement();
            done = address.Index + address.Length;
        }

        builder.AddContent(5, RecordText.Shown(Text[done..]));
        builder.CloseElement();
    }

    // Not addresses with something to fill in, which lead nowhere.
    [GeneratedRegex(@"GET (?<path>/[a-z]+(?:/[a-z]+)*)(?:\?[a-z]+=)?(?![\w/{])")]
    private static partial Regex Addresses();
}
