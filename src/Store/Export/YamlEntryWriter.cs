using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace ArtsakhLedger.Export;

/// <summary>Writes a file of a batch: one list of entries, each with an optional comment.</summary>
internal static class YamlEntryWriter
{
    // Tells editors with a YAML language server where the schema is.
    private const string SchemaLine = "# yaml-language-server: $schema=../../schema.json\n";

    /// <param name="section">The list: <c>entities</c>, <c>sources</c>, <c>passages</c> or <c>facts</c>.</param>
    /// <param name="entries">Its entries with their comments.</param>
    public static string Write(string section, IEnumerable<(string? Comment, JsonObject Content)> entries)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.Write(SchemaLine);
        var emitter = new Emitter(
            text,
            new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, indentSequences: true)
        );
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(new MappingStart());
        emitter.Emit(new YamlScalar(section));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var (comment, content) in entries)
        {
            if (comment is not null)
            {
                emitter.Emit(new Comment(comment, isInline: false));
            }

            Emit(emitter, content);
        }

        emitter.Emit(new SequenceEnd());
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                emitter.Emit(new MappingStart());
                foreach (var (name, value) in members)
                {
                    emitter.Emit(StringOf(name));
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(
                    new SequenceStart(
                        AnchorName.Empty,
                        TagName.Empty,
                        isImplicit: true,
                        items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block
                    )
                );
                foreach (var item in items)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                emitter.Emit(StringOf(value.GetValue<string>()));
                break;
            default:
                // Numbers and Booleans, as in JSON.
                emitter.Emit(new YamlScalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    /// <summary>A string, unquoted only where no YAML parser could read it as anything else.</summary>
    private static YamlScalar StringOf(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-')
            ? new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false)
            : new(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true);
}
