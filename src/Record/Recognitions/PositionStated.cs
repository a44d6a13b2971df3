using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Recognitions;

/// <summary>The position of an actor that has neither recognised nor rejected recognition by an act of its own.</summary>
public enum Position
{
    /// <summary>It does not recognise.</summary>
    NonRecognition,

    /// <summary>It considers the territory part of another state.</summary>
    PartOfAnotherState,

    /// <summary>It has no diplomatic relations with it.</summary>
    NoDiplomaticRelations,

    /// <summary>It calls on others to recognise.</summary>
    RecognitionUrged,

    /// <summary>It supports a right of self-determination.</summary>
    SelfDetermination,

    /// <summary>It supports the other's participation in settlement negotiations.</summary>
    PartInNegotiations,

    /// <summary>It supports the other in some other way; the subject says which.</summary>
    Support,
}

/// <summary>An actor's position on the polity or, if the actor is the polity, on another. It is a single event and opens no episode. If it
/// denies recognition, the other is attested as not recognised until the same actor recognises it.</summary>
public sealed record PositionStated : PublicMeasure
{
    /// <summary>The positions stated.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>The party that the position is about; absent if it is the polity.</summary>
    public Party? Towards { get; init; }

    /// <summary>The state of which the actor considers the territory part.</summary>
    [OfKind(EntityKind.Polity)]
    public Party? PartOf { get; init; }

    /// <summary>The person or body that stated the actor's position, if a source names one.</summary>
    public Party? StatedBy { get; init; }

    /// <summary>Whether it says that the actor does not recognise the other. A call for recognition, or other support, does not say either way.</summary>
    public bool SaysNotRecognised() => Positions.Any(position => position is Position.NonRecognition or Position.PartOfAnotherState);

    public override IEnumerable<Party> Parties() => [.. base.Parties(), .. new[] { Towards, PartOf, StatedBy }.OfType<Party>()];

    public override string InWords(PartyNames names)
    {
        var about = names.OrPolity(Towards);
        var positions = PositionsInWords()
            .Select(position =>
                position switch
                {
                    Position.NonRecognition => $"did not recognise {about}",
                    Position.PartOfAnotherState => $"held {about} to be part of {(PartOf is null ? "another state" : names[PartOf])}",
                    Position.NoDiplomaticRelations => $"had no diplomatic relations with {about}",
                    Position.RecognitionUrged =>
                        $"called {(Urged is null ? "for the recognition of" : $"on {names.AllOf(Urged)} to recognise")} {about}",
                    Position.SelfDetermination => $"supported the right of {about} to self-determination",
                    Position.PartInNegotiations => $"supported the participation of {about} in settlement negotiations",
                    _ => $"supported {about}",
                }
            );
        return $"{names[Actor]} {PartyNames.Joined([.. positions])}{ParticularsInWords(names)}{(StatedBy is null ? "" : $", as stated by {names[StatedBy]}")}";
    }

    /// <summary>The positions, with those that follow from the parties named beside them.</summary>
    private IEnumerable<Position> PositionsInWords()
    {
        IEnumerable<Position> named =
        [
            .. PartOf is null ? [] : new[] { Position.PartOfAnotherState },
            .. Urged is null ? [] : new[] { Position.RecognitionUrged },
        ];
        return Positions.Union(named);
    }
}
