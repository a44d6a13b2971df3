using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>An episode as known at a position, with what the rules of time make of it.</summary>
/// <param name="Episode">What its facts say.</param>
/// <param name="SetAside">What editors preferred others over in it.</param>
/// <param name="Resolved">What that leaves.</param>
public sealed record KnownEpisode(Episode Episode, IReadOnlyList<SetAside> SetAside, ResolvedEpisode Resolved);

/// <summary>What the entries of a polity's episodes may name beside their own facts: its life, and what binds it.</summary>
/// <param name="Polity">The polity.</param>
/// <param name="Entities">Whoever its facts name.</param>
/// <param name="Frame">Its life as the rules leave it.</param>
/// <param name="Life">The facts of its life; null where there are none.</param>
/// <param name="Binding">Its posts and institutions.</param>
public sealed record KnownFrame(
    EntityReference Polity,
    EntityRegister Entities,
    Frame Frame,
    KnownEpisode? Life,
    IReadOnlyList<KnownEpisode> Binding
);
