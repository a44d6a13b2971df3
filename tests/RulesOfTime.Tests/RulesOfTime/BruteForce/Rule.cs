namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>The rules of DESIGN section 2, each of which can be switched off here to see that the comparison notices.</summary>
public enum Rule
{
    /// <summary>Rule 1: an end on the day attested is admitted where the claims' own dates leave no later one.</summary>
    OneDayByOwnDates,

    /// <summary>Rule 1: or the dates of the state's end and the next holder's start.</summary>
    OneDayByOthersDates,

    /// <summary>Rule 1: a claim that begins and ends on one day is of that day.</summary>
    ClaimOfOneDay,

    /// <summary>Rule 1: an attestation says start by its latest day, end after its earliest.</summary>
    Attestations,

    /// <summary>Rule 1: a denial admits only that it did not happen.</summary>
    Denials,

    /// <summary>Rule 1: a denial of the end rivals claimed ends.</summary>
    DenialsOfEnd,

    /// <summary>Section 2, "An EDTF date is a set of days": a date with gaps admits only its members.</summary>
    Gaps,

    /// <summary>Rule 2: readings are maximal.</summary>
    MaximalReadings,

    /// <summary>Rule 2: a reading that dates no start or end takes those of claims outside it.</summary>
    Borrowing,

    /// <summary>A6: one that dates them takes those that agree with all of its own.</summary>
    NobodyDisputes,

    /// <summary>Rule 2: what an editor set aside is out.</summary>
    SetAside,

    /// <summary>Rule 3: nobody stays in office because a source fell silent.</summary>
    UnknownEnd,

    /// <summary>Rule 3: what lasts, by <c>..</c> or by its nature, ends with the state.</summary>
    WhatLasts,

    /// <summary>C: institutions last by their nature.</summary>
    InstitutionsLast,

    /// <summary>C: relations between others last, tied to nothing.</summary>
    RelationsBetweenOthersLast,

    /// <summary>Rule 3: a <c>..</c> in a seat may end where another holder begins.</summary>
    OpenUntilSuccessor,

    /// <summary>Rule 4: what the state carries begins within its life.</summary>
    BeginsWithinLife,

    /// <summary>Rule 4: what the state carries ends within its life.</summary>
    EndsWithinLife,

    /// <summary>A4: periods of one thing come in order.</summary>
    Order,

    /// <summary>A4: but where they cannot, the rule is waived between the two.</summary>
    OrderIsWaived,

    /// <summary>A4: a period after which another comes does not last.</summary>
    FollowedDoesNotLast,

    /// <summary>A4: it ends with its life where that ends by the next one's start, and is of unknown end by that start where it does not.</summary>
    FollowedEndsWithItsLife,

    /// <summary>A4: if the next may not have happened, both are admitted.</summary>
    NextMayNotHaveHappened,

    /// <summary>A4: the seat rule is not applied between two periods of one thing.</summary>
    OneTenureIsOneHolder,

    /// <summary>A5: an attestation that may lie in several periods makes the thing certain.</summary>
    LooseAttestations,

    /// <summary>B: lives that follow one another without a gap are as one.</summary>
    LivesWithoutGap,

    /// <summary>B: what others carry outlasts the first life that may end after it began.</summary>
    OthersOutlastFirstLife,

    /// <summary>B: a post that has room in another life does not bind this one.</summary>
    PostHasRoomInOtherLife,

    /// <summary>B: what is outside is judged by the first life in which it may begin.</summary>
    JudgedByFirstLifeThatFits,

    /// <summary>B: existence is certain where a post or institution is.</summary>
    PostsProveExistence,

    /// <summary>Rule 4: posts and institutions bind the life.</summary>
    PostsBindLife,

    /// <summary>Rule 4: and nothing else does.</summary>
    RestDoesNotBindLife,

    /// <summary>Rule 4: what others carry and lasts is of unknown end from the state's end on.</summary>
    OthersOutlastState,

    /// <summary>Rule 5: one seat, one holder.</summary>
    Seats,

    /// <summary>Rule 5: worked out after rule 4.</summary>
    LifeBeforeSeats,

    /// <summary>Rule 6: a reading outside the life is let off.</summary>
    OutsideIsLetOff,

    /// <summary>Rule 6: the side that it breaks, and that side only.</summary>
    OneSideOnly,

    /// <summary>Rule 6: what is let off is never the reason to drop anything of the life.</summary>
    LetOffBindsNobody,

    /// <summary>Rule 6: rule 5 is waived between holders that cannot be disjoint.</summary>
    ClashIsWaived,

    /// <summary>Rule 6: what would be left with nothing keeps what it had.</summary>
    NothingLeftStands,

    /// <summary>"Drop what has no partner in the sets as they were before the round": rounds are simultaneous.</summary>
    SimultaneousRounds,

    /// <summary>"Repeat until nothing changes."</summary>
    RoundsRepeat,

    /// <summary>"Nothing is certain after the record date."</summary>
    RecordDate,

    /// <summary>Before the horizon, existence that is not certain is no record.</summary>
    Horizon,

    /// <summary>An attestation sets the horizon too.</summary>
    AttestationsSetHorizon,

    /// <summary>And the day before a dated end, of a silent start.</summary>
    SilentStartSetsHorizon,

    /// <summary>A mask sets no horizon.</summary>
    MaskSetsNoHorizon,

    /// <summary>Before the horizon, what is possible only through an unbounded start is left out.</summary>
    LeftOutBeforeHorizon,

    /// <summary>Elsewhere it is marked.</summary>
    UndatedMark,

    /// <summary>With nothing said at all, existence is no record.</summary>
    NothingSaid,

    /// <summary>D: on a disputed day nothing that the state carries is certain.</summary>
    DisputedDays,

    /// <summary>D: nor on a day without the state.</summary>
    DaysWithoutState,

    /// <summary>D: a bare denial alone makes neither.</summary>
    BareDenialMakesNoDoubt,

    /// <summary>D: of a life's reading left with nothing beside a post the rivals tell.</summary>
    RivalsTellNothingLeft,

    /// <summary>E: nothing vouches for it after it was last attested.</summary>
    Unattested,
}
