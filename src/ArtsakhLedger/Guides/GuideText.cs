using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ArtsakhLedger.Guides;

/// <summary>A guide's Markdown, rendered. It begins with a title and a paragraph that says what the guide is about.</summary>
/// <param name="Title">The title.</param>
/// <param name="Summary">The first paragraph, as plain text.</param>
/// <param name="Sections">The headings of the sections.</param>
/// <param name="Html">Everything after the first paragraph.</param>
public sealed record GuideText(string Title, string Summary, IReadOnlyList<GuideSection> Sections, string Html)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    public static GuideText Of(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (document is not [HeadingBlock { Level: 1 } title, ParagraphBlock summary, ..])
        {
            throw new InvalidOperationException("A guide begins with a title and a paragraph that says what it is about.");
        }

        document.Remove(title);
        document.Remove(summary);
        var sections = new List<GuideSection>();
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            var id = heading.GetAttributes().Id!;
            if (heading.Level == 2)
            {
                sections.Add(new(id, PlainTextOf(heading)));
            }

            heading.Inline!.EmbraceChildrenBy(new LinkInline($"#{id}", ""));
        }

        foreach (var address in document.Descendants<AutolinkInline>().ToList())
        {
            address.ReplaceBy(new LinkInline(address.Url, "").AppendChild(new LiteralInline(address.Url)));
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = GuideLinks.ToAddress(link.Url!);
        }

        foreach (var code in document.Descendants<CodeBlock>())
        {
            // A block that scrolls must be reachable by keyboard.
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("stacked");
            LabelCells(table);
        }

        return new(PlainTextOf(title), PlainTextOf(summary), sections, Render(document));
    }

    // A narrow screen stacks the cells of a table without its header, so in a wide table each cell names its column.
    private static void LabelCells(Table table)
    {
        var rows = table.Cast<TableRow>().ToList();
        if (table.ColumnDefinitions.Count < 3)
        {
            return;
        }

        foreach (var row in rows.Skip(1))
        {
            foreach (var (cell, header) in row.Zip(rows[0]).Skip(1))
            {
                cell.GetAttributes().AddProperty("data-column", PlainTextOf((LeafBlock)((TableCell)header)[0]));
            }
        }
    }

    private static string Render(MarkdownDocument document)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.FindExact<CodeBlockRenderer>()!.OutputAttributesOnPre = true;
        renderer.Render(document);
        return html.ToString();
    }

    private static string PlainTextOf(LeafBlock block) =>
        string.Concat(
            block
                .Inline!.Descendants()
                .Select(inline =>
                    inline switch
                    {
                        LiteralInline text => text.Content.ToString(),
                        CodeInline code => code.Content,
                        LineBreakInline => " ",
                        _ => "",
                    }
                )
        );
}
