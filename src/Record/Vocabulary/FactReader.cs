using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.Vocabulary;

/// <summary>Reads facts from the form that files and requests have, field by field, so that every problem is found and not only the first.</summary>
public sealed class FactReader
{
    private readonly JsonSerializerOptions options;

    private FactReader(JsonSerializerOptions options) => this.options = options;

    /// <summary>Reads requests.</summary>
    public static FactReader ForJson { get; } = new(FactJson.Options);

    /// <summary>Reads files: numbers and Booleans may be strings, as every scalar in YAML is.</summary>
    public static FactReader ForYaml { get; } =
        new(new(FactJson.Options) { NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = { new StringAsBoolean() } });

    /// <summary>Reads a record of a type.</summary>
    /// <param name="node">The object.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="problems">The problems found are added to this.</param>
    /// <param name="ignore">Members that the caller reads itself.</param>
    /// <returns>The record; null if a required member is missing or cannot be read.</returns>
    public object? Read(JsonObject node, Type type, ICollection<FactProblem> problems, params ReadOnlySpan<string> ignore) =>
        ReadObject(node, options.GetTypeInfo(type), "", problems, ignore);

    /// <summary>Reads a fact of the type that the object names.</summary>
    public Fact? ReadFact(JsonObject node, ICollection<FactProblem> problems, params ReadOnlySpan<string> ignore) =>
        ReadFact(node, "", problems, ignore);

    private Fact? ReadFact(JsonObject node, string pointer, ICollection<FactProblem> problems, params ReadOnlySpan<string> ignore)
    {
        var name = node["type"] is JsonValue value ? value.ToString() : null;
        if (name is null || FactType.Named(name) is not { } type)
        {
            var names = string.Join(", ", FactType.All.Select(type => type.Name));
            problems.Add(
                new(
                    $"{pointer}/type",
                    name is null ? $"'type' is missing; write one of {names}" : $"there is no type of fact '{name}'; write one of {names}"
                )
            );
            return null;
        }

        return (Fact?)ReadObject(node, options.GetTypeInfo(type.Type), pointer, problems, ["type", .. ignore]);
    }

    private object? ReadObject(
        JsonObject node,
        JsonTypeInfo type,
        string pointer,
        ICollection<FactProblem> problems,
        params ReadOnlySpan<string> ignore
    )
    {
        var members = type.Properties.Where(member => member.Set is not null).ToDictionary(member => member.Name);
        var result = type.CreateObject!();
        var complete = true;
        foreach (var (name, value) in node)
        {
            if (ignore.Contains(name))
            {
                continue;
            }

            if (!members.TryGetValue(name, out var member))
            {
                problems.Add(
                    new($"{pointer}/{name}", $"there is no field '{name}' here; the fields are {string.Join(", ", members.Keys)}")
                );
                continue;
            }

            var read = value is null ? null : ReadValue(value, member.PropertyType, $"{pointer}/{name}", problems);
            if (read is null)
            {
                complete &= !member.IsRequired;
                if (value is null)
                {
                    problems.Add(
                        new($"{pointer}/{name}", $"'{name}' has no value; write {Expected(member.PropertyType)}, or leave the field out")
                    );
                }

                continue;
            }

            member.Set!(result, read);
        }

        foreach (var missing in members.Values.Where(member => member.IsRequired && !node.ContainsKey(member.Name)))
        {
            complete = false;
            problems.Add(new(pointer, $"'{missing.Name}' is missing; write {Expected(missing.PropertyType)}") { Missing = missing.Name });
        }

        return complete ? result : null;
    }

    private object? ReadValue(JsonNode value, Type type, string pointer, ICollection<FactProblem> problems)
    {
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string))
        {
            return ReadList(value, type.GetGenericArguments()[0], pointer, problems);
        }

        if (type == typeof(Fact))
        {
            return value is JsonObject content ? ReadFact(content, pointer, problems) : Refuse(pointer, type, problems);
        }

        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (info.Kind == JsonTypeInfoKind.Object && info.CreateObject is not null && value is JsonObject member)
        {
            return ReadObject(member, info, pointer, problems);
        }

        try
        {
            if (value is JsonValue scalar && scalar.TryGetValue<string>(out var text) && ProblemOfText(text) is { } reason)
            {
                problems.Add(new(pointer, reason));
                return null;
            }

            var read = value.Deserialize(type, options);
            if (read is Enum listed && NameOf(listed) != value.GetValue<string>())
            {
                throw new JsonException();
            }

            return read;
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException or FormatException)
        {
            var why = refused is JsonException { InnerException: FormatException inner } ? $": {inner.Message}" : "";
            problems.Add(new(pointer, $"{value.ToJsonString(FactJson.Options)} does not fit{why}; write {Expected(type)}"));
            return null;
        }
    }

    private static object? Refuse(string pointer, Type type, ICollection<FactProblem> problems)
    {
        problems.Add(new(pointer, $"{Expected(type)} is expected here"));
        return null;
    }

    private IList? ReadList(JsonNode value, Type element, string pointer, ICollection<FactProblem> problems)
    {
        if (value is not JsonArray array)
        {
            problems.Add(new(pointer, $"a list is expected here, of {Expected(element)}"));
            return null;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        var complete = true;
        for (var i = 0; i < array.Count; i++)
        {
            var read = array[i] is { } item
                ? ReadValue(item, element, $"{pointer}/{i}", problems)
                : Refuse($"{pointer}/{i}", element, problems);
            complete &= read is not null;
            if (read is not null)
            {
                list.Add(read);
            }
        }

        return complete ? list : null;
    }

    /// <summary>Why a text cannot be stored in the database or hashed the same way everywhere; null if it can.</summary>
    private static string? ProblemOfText(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? "the text has the character U+0000, which cannot be kept; leave it out"
        : !IsWellFormed(text) ? "the text has half of a surrogate pair, which is not a character; write the whole character"
        : null;

    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The only spelling of a listed value; the serializer would also read others, and lists of several.</summary>
    private static string NameOf(Enum listed) => JsonNamingPolicy.KebabCaseLower.ConvertName(listed.ToString());

    private static string Expected(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? $"one of {string.Join(", ", Enum.GetValues(plain).Cast<Enum>().Select(NameOf))}"
            : plain == typeof(EdtfDate) ? "an EDTF date such as 2018-05-17, 2018-03, 1997, 1993/1997, [..2001-07-04]"
            : plain == typeof(Party)
                ? "an entity's id, { id: an entity's id, as: what the source calls it }, or { unnamed: how the source speaks of it, mayBe: [ids] }"
            : plain == typeof(Fact) ? "a fact: its type, date, fields and citations"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(int) ? "a whole number"
            : plain == typeof(string) ? "text"
            : plain.IsGenericType ? $"a list of {Expected(plain.GetGenericArguments()[0])}"
            : $"a {JsonNamingPolicy.KebabCaseLower.ConvertName(plain.Name)}";
    }

    private sealed class StringAsBoolean : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.String when reader.GetString() is "true" => true,
                JsonTokenType.String when reader.GetString() is "false" => false,
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
