namespace TransparencyLog;

/// <summary>Validates the names of note keys (C2SP signed-note), which must not be empty or contain Unicode spaces or plus signs.</summary>
internal static class KeyName
{
    public static bool IsValid(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static string Require(string name) =>
        IsValid(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is not a valid key name: it must not be empty or contain spaces, control characters or plus signs.",
                nameof(name)
            );
}
