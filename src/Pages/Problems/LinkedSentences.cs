using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ArtsakhLedger.Pages.Problems;

/// <summary>What a problem says, with the addresses that it names (<c>GET /polities</c>) as links. What was typed may stand in it.</summary>
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

    /// <summary>Addresses of lists and pages; one with something to fill in leads nowhere.</summary>
    [GeneratedRegex(@"GET (?<path>/[a-z]+(?:/[a-z]+)*)(?:\?[a-z]+=)?(?![\w/{])")]
    private static partial Regex Addresses();
}
