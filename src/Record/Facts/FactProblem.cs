using System.Text.Json.Serialization;

namespace ArtsakhLedger.Facts;

/// <summary>A reason why a fact cannot be recorded.</summary>
/// <param name="Pointer">Where in the fact: a JSON pointer (RFC 6901), empty for the whole.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record FactProblem(string Pointer, string Message)
{
    /// <summary>The name of the field that is missing there; null for any other problem.</summary>
    [JsonIgnore]
    public string? Missing { get; init; }

    /// <summary>The problem as a sentence.</summary>
    public override string ToString() =>
        Pointer.Length == 0 ? $"{char.ToUpperInvariant(Message[0])}{Message[1..]}." : $"{Pointer}: {Message}.";
}
