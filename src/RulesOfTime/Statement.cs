namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// One thing that a source says of an episode, as the rules take it: which starts and ends it admits (DESIGN section 2, rule 1). What is
/// set aside is no longer in it. Null admits any day, an end that never comes included.
/// </summary>
internal sealed record Statement(string Id, Statement.Kind Says)
{
    public enum Kind
    {
        Claim,
        Attestation,
        Denial,
        DenialOfEnd,
    }

    /// <summary>The days of a dated start.</summary>
    public DaySet? Starts { get; init; }

    /// <summary>The days of an end that did come: all days where it is undated.</summary>
    public DaySet? Ends { get; init; }

    /// <summary>The end is <c>..</c>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>An attestation: it had begun by this day.</summary>
    public long BegunBy { get; init; } = DaySet.AfterEveryDay;

    /// <summary>An attestation: it ended after this day, or on it where the dates leave no later end.</summary>
    public long LastedUntil { get; init; } = long.MinValue;

    /// <summary>The earliest start, if a bound of the horizon: a mask is none.</summary>
    public long? HorizonBound { get; init; }

    public bool DatesStart => Starts is not null;

    public bool DatesEnd => Ends is { IsEverything: false };

    public bool HasUndatedEnd => Ends is { IsEverything: true };

    public bool SpeaksOfEnd => Ends is not null || IsOpen;

    /// <summary>The claim's start alone, as it is lent to a reading that dates none.</summary>
    public Statement StartAlone => new(Id, Kind.Claim) { Starts = Starts };

    /// <summary>The claim's end alone, as it is lent to a reading that dates none.</summary>
    public Statement EndAlone => new(Id, Kind.Claim) { Ends = Ends, IsOpen = IsOpen };

    /// <summary>All that is said and not set aside.</summary>
    public static Statement[] AllOf(Statements said)
    {
        var all = new List<Statement>(said.Claims.Count + said.Attestations.Count + said.Denials.Count);
        foreach (var claim in said.Claims)
            if (OfClaim(claim, said.SetAside) is { } statement)
                all.Add(statement);
        foreach (var attestation in said.Attestations)
            if (!IsSetAside(attestation.Id, said.SetAside))
                all.Add(
                    new Statement(attestation.Id, Kind.Attestation)
                    {
                        BegunBy = attestation.From.Latest ?? DaySet.AfterEveryDay,
                        LastedUntil = attestation.To.Earliest ?? long.MinValue,
                    }
                );
        foreach (var denial in said.Denials)
            if (!IsSetAside(denial.Id, said.SetAside))
                all.Add(new Statement(denial.Id, denial.OfEnd ? Kind.DenialOfEnd : Kind.Denial));
        return [.. all];
    }

    /// <summary>Whether some interval satisfies the claim by itself.</summary>
    public bool IsPossible => Starts is null || Ends is null || (!Starts.IsEmpty && !Ends.IsEmpty && Starts.First < Ends.Last);

    private static Statement? OfClaim(Claim claim, IReadOnlyList<SetAside> setAside)
    {
        var start = claim.Start is { Days.IsEverything: false } dated ? dated : null;
        var end = claim.End;
        if (setAside.Count > 0 && IsSetAside(claim.Id, setAside))
        {
            if (setAside.Any(one => one.Start && one.Id == claim.Id))
                start = null;
            if (setAside.Any(one => one.End && one.Id == claim.Id))
                end = null;
            if (start is null && end is null)
                return null;
        }

        var statement = new Statement(claim.Id, Kind.Claim)
        {
            Starts = start?.Days,
            Ends = end?.Date?.Days,
            IsOpen = end is { IsOpen: true },
            HorizonBound = start is { IsMask: false } ? start.Days.Earliest : null,
        };
        return statement.DatesStart && statement.DatesEnd && !statement.IsPossible ? OfOneDay(statement) : statement;
    }

    /// <summary>A claim whose dates leave only one and the same day for start and end is of that day: its end counts as the next.</summary>
    private static Statement OfOneDay(Statement claim)
    {
        var common = claim.Starts!.Intersect(claim.Ends!);
        return common.IsEmpty ? claim : claim with { Starts = common, Ends = DaySet.Day(common.First + 1), HorizonBound = common.First };
    }

    private static bool IsSetAside(string id, IReadOnlyList<SetAside> setAside)
    {
        foreach (var one in setAside)
            if (one.Id == id)
                return true;
        return false;
    }
}
