namespace Edtf;

/// <summary>Why a text is not EDTF: where it stops being so, and what could have stood there.</summary>
/// <param name="Position">The index, from 0, of the character in question; the length of the text where something is missing at its end.</param>
/// <param name="Expected">What was expected there, as a phrase: "a month from 01 to 12".</param>
public readonly record struct EdtfError(int Position, string Expected)
{
    /// <summary>The error as a sentence.</summary>
    /// <returns>For example: "Expected a month from 01 to 12 at position 5."</returns>
    public override string ToString() => $"Expected {Expected} at position {Position}.";
}
