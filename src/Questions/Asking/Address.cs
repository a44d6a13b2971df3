namespace ArtsakhLedger.Asking;

/// <summary>Writes the address of an answer.</summary>
public static class Address
{
    /// <summary>A path with the parameters that have a value, in the order given.</summary>
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var given = parameters
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}")
            .ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }
}
