using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>The form of an agreement, as its source calls it.</summary>
public enum AgreementForm
{
    Agreement,
    Memorandum,
    Protocol,
    Declaration,
    Treaty,
    Accord,
    Charter,
    JointStatement,
    Ceasefire,
    Other,
}

/// <summary>An agreement was made between any number of parties: the polity or bodies of it, and others; one in a form of its own was signed.</summary>
public sealed record AgreementSigned : Fact
{
    /// <summary>The parties, those of the polity first.</summary>
    public required IReadOnlyList<Party> Between { get; init; }

    public required AgreementForm Form { get; init; }

    /// <summary>Its title as the source gives it.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was signed.</summary>
    public Party? Place { get; init; }

    public override IEnumerable<Party> Parties() => Place is null ? Between : [.. Between, Place];

    public override string InWords(PartyNames names) =>
        $"{names.AllOf(Between)} {(Form is AgreementForm.Agreement ? "made" : "signed")} {Article.Before(FormInWords)}"
        + $"{names.After("in", Place)}{(Title is null ? "" : $": {Title}")}";

    private string FormInWords =>
        Form switch
        {
            AgreementForm.JointStatement => "joint statement",
            AgreementForm.Ceasefire => "ceasefire agreement",
            AgreementForm.Other => "agreement",
            _ => Form.ToString().ToLowerInvariant(),
        };
}
