namespace Edtf;

/// <summary>Explains why a text is not valid EDTF.</summary>
/// <param name="Position">The zero-based index of the invalid character; the length of the text if something is missing at its end.</param>
/// <param name="Expected">What was expected at that position, such as "a month from 01 to 12".</param>
public readonly record struct EdtfError(int Position, string Expected)
{
    /// <summary>Returns the error as a sentence.</summary>
    /// <returns>A sentence such as "Expected a month from 01 to 12 at position 5."</returns>
    public override string ToString() => $"Expected {Expected} at position {Position}.";
}
