using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ArtsakhLedger.Pages.Contributing;

/// <summary>Turns a form into the fact that <c>POST /facts</c> takes. A value of the wrong kind is passed on as it was typed, so that the check of the fact refuses it.</summary>
public static partial class FactFromForm
{
    private static readonly char[] IdSeparators = [',', ' ', '\n', '\t'];

    public static JsonObject Of(FilledForm form)
    {
        var fact = new JsonObject { ["type"] = form.Type };
        Fill(fact, FactForm.Of(form.Type)!, "", form);
        fact["citations"] = new JsonArray([.. Enumerable.Range(0, form.Citations).Select(place => CitationOf(place, form))]);
        return fact;
    }

    private static JsonObject CitationOf(int place, FilledForm form)
    {
        var citation = new JsonObject();
        Fill(citation, FactForm.Citation, string.Create(CultureInfo.InvariantCulture, $"citations/{place}/"), form);
        return citation;
    }

    // Fields that were left empty are left out.
    private static void Fill(JsonObject target, IReadOnlyList<FormField> fields, string above, FilledForm form)
    {
        foreach (var field in fields)
        {
            if (ValueOf(field, above + field.Name, form) is { } value)
            {
                target[field.Name] = value;
            }
        }
    }

    private static JsonNode? ValueOf(FormField field, string box, FilledForm form)
    {
        switch (field.Input)
        {
            case FieldInput.Group:
                var parts = new JsonObject();
                Fill(parts, field.Parts, $"{box}/", form);
                return parts.Count == 0 ? null : parts;
            case FieldInput.Choices:
                return form.ChosenIn(box) is { Count: > 0 } words ? new JsonArray([.. words.Select(word => (JsonNode)word)]) : null;
            case FieldInput.Checkbox:
                return form[box] == "true" ? true
                    : form[box] is { Length: > 0 } other ? other
                    : null;
            case FieldInput.Parties:
                return
                    form[box].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines
                    ? new JsonArray([.. lines.Select(PartyOf)])
                    : null;
            case FieldInput.Party:
                return PartyOf(
                    form[box].Trim(),
                    form[$"{box}/{FormField.CalledAs}"].Trim(),
                    form[$"{box}/{FormField.Unnamed}"].Trim(),
                    Ids(form[$"{box}/{FormField.MayBe}"])
                );
            default:
                return string.IsNullOrWhiteSpace(form[box]) ? null
                    : field.Input == FieldInput.Number
                    && long.TryParse(form[box].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        ? number
                    : field.Name is "prefix" or "suffix" ? form[box]
                    : form[box].Trim();
        }
    }

    /// <summary>An id, followed perhaps by what the source calls it in quotation marks; or in quotation marks what the source calls an unnamed party, followed
    /// perhaps by a colon and the ids of whom that may be.</summary>
    private static JsonNode? PartyOf(string line) =>
        NamedParty().Match(line) is { Success: true } named ? PartyOf(named.Groups["id"].Value, named.Groups["words"].Value.Trim(), "", [])
        : QuotedParty().Match(line) is { Success: true } quoted
            ? PartyOf("", "", quoted.Groups["words"].Value.Trim(), Ids(quoted.Groups["ids"].Value))
        : PartyOf(line, "", "", []);

    private static JsonNode? PartyOf(string id, string calledAs, string unnamed, string[] mayBe)
    {
        if (calledAs.Length == 0 && unnamed.Length == 0 && mayBe.Length == 0)
        {
            return id.Length == 0 ? null : id;
        }

        var party = new JsonObject();
        if (id.Length > 0)
        {
            party["id"] = id;
        }

        if (calledAs.Length > 0)
        {
            party[FormField.CalledAs] = calledAs;
        }

        if (unnamed.Length > 0)
        {
            party[FormField.Unnamed] = unnamed;
        }

        if (mayBe.Length > 0)
        {
            party[FormField.MayBe] = new JsonArray([.. mayBe.Select(one => (JsonNode)one)]);
        }

        return party;
    }

    private static string[] Ids(string typed) => typed.Split(IdSeparators, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^(?<id>[a-z0-9-]+)\\s*[\"“](?<words>[^\"”]+)[\"”]\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NamedParty();

    [GeneratedRegex("^[\"“](?<words>.*)[\"”]\\s*(:(?<ids>.*))?\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex QuotedParty();
}
