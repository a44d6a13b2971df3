using System.Text.Json;

namespace ArtsakhLedger.Offices;

/// <summary>What sort of mission an office is.</summary>
public enum OfficeType
{
    RepresentativeOffice,
    Embassy,
    Legation,
    ConsulateGeneral,
    Consulate,
    PermanentMission,
    LiaisonOffice,
    InterestsSection,
    HonoraryConsulate,
}

/// <summary>What follows from the type of an office.</summary>
internal static class OfficeTypes
{
    /// <summary>The type in a sentence: "consulate general", "liaison office".</summary>
    public static string InWords(this OfficeType type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString()).Replace('-', ' ');

    /// <summary>What tells apart offices of one sender in one place: its consulate and its permanent mission are offices of their own beside the
    /// mission to the country, which has no such word and may change its rank.</summary>
    public static string? Beside(this OfficeType? type) =>
        type switch
        {
            OfficeType.Consulate or OfficeType.ConsulateGeneral or OfficeType.HonoraryConsulate => "consulate",
            OfficeType.PermanentMission => "permanent-mission",
            _ => null,
        };
}
