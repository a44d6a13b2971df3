namespace Edtf;

/// <summary>Appends characters to a span, and records whether they fit.</summary>
internal ref struct CharacterWriter(Span<char> destination)
{
    private readonly Span<char> destination = destination;

    internal int Written { get; private set; }

    internal bool Fits { get; private set; } = true;

    internal void Append(char character)
    {
        if (Written < destination.Length)
            destination[Written++] = character;
        else
            Fits = false;
    }

    internal void Append(string characters)
    {
        foreach (var character in characters)
            Append(character);
    }

    internal void Append(long number)
    {
        if (number >= 10)
            Append(number / 10);
        Append((char)('0' + (number % 10)));
    }

    /// <summary>
    /// Appends a number with leading zeros, writing <c>X</c> for each digit whose bit is set (the lowest bit for the last digit).
    /// </summary>
    internal void AppendDigits(long value, int count, int unspecified = 0)
    {
        for (var place = count - 1; place >= 0; place--)
        {
            var isUnspecified = (unspecified & (1 << place)) != 0;
            Append(isUnspecified ? 'X' : (char)('0' + (value / DateComponents.PowerOfTen(place) % 10)));
        }
    }
}
