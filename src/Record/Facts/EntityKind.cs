namespace ArtsakhLedger.Facts;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    Polity,
    SubNational,
    Municipality,
    Legislature,
    Chamber,
    Organisation,
    Party,
    Person,
    Convention,
    CountryGroup,
    Post,
    Institution,

    /// <summary>People whom a source names only as a group.</summary>
    Group,
    Tournament,
}
