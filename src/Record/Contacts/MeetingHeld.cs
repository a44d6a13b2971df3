using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Contacts;

/// <summary>People of the polity and others met.</summary>
public sealed record MeetingHeld : Fact
{
    /// <summary>Who met, those of the polity first.</summary>
    public required IReadOnlyList<Party> Participants { get; init; }

    public Party? Place { get; init; }

    /// <summary>What it was about, in a few words.</summary>
    public string? Subject { get; init; }

    public override IEnumerable<Party> Parties() => Place is null ? Participants : [.. Participants, Place];

    public override string InWords(PartyNames names) =>
        $"{names.AllOf(Participants)} met{names.After("in", Place)}{(Subject is null ? "" : $": {Subject}")}";
}
