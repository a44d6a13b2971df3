using System.Globalization;

namespace ArtsakhLedger.Access;

/// <summary>How long a token is valid, as users write it: <c>90m</c>, <c>12h</c>, <c>30d</c>.</summary>
public static class TokenLifetime
{
    /// <summary>The longest that a lost token stays valid, unless the key is changed.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <exception cref="AccessException">It is not a length of time from a minute to 366 days.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text.Length is > 1 and < 8 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            TimeSpan? length = text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            };
            if (length is { } within && within > TimeSpan.Zero && within <= Longest)
            {
                return within;
            }
        }

        throw new AccessException(
            $"'{text}' is not a lifetime for a token: give minutes, hours or days, up to 366 days, such as 90m, 12h or 30d."
        );
    }
}
