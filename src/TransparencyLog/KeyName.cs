namespace TransparencyLog;

/// <summary>The names of note keys (C2SP signed-note): not empty, without Unicode spaces and plus signs.</summary>
internal static class KeyName
{
    public static bool IsValid(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <exception cref="ArgumentException">No key can have that name.</exception>
    public static string Require(string name) =>
        IsValid(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' cannot name a key: a name is not empty and has neither spaces nor plus signs.",
                nameof(name)
            );
}
