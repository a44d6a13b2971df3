namespace ArtsakhLedger.Pages;

/// <summary>Reads addresses of facts, such as <c>/facts/naira-melkumian-foreign-minister</c>.</summary>
internal static class FactAddress
{
    /// <summary>The id of the fact.</summary>
    public static string IdOf(string address) => address["/facts/".Length..];

    /// <summary>The text of a link to it where what the fact says is not shown: its id, with spaces.</summary>
    public static string Label(string address) => IdOf(address).Replace('-', ' ');
}
