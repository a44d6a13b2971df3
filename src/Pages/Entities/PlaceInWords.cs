using System.Globalization;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Pages.Entities;

/// <summary>A place on the Earth in words: "39.8153° N, 46.7519° E".</summary>
internal static class PlaceInWords
{
    public static string Of(Coordinates place) => $"{Degrees(place.Latitude, "N", "S")}, {Degrees(place.Longitude, "E", "W")}";

    private static string Degrees(double degrees, string positive, string negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(degrees)}° {(degrees < 0 ? negative : positive)}");
}
