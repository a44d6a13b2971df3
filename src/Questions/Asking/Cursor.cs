using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArtsakhLedger.Asking;

/// <summary>Where a page of a list begins: after an item, in the list as known at a position, so that new entries neither repeat nor hide
/// an item. Opaque to clients; it belongs to one list with its parameters.</summary>
/// <param name="Position">The position that the first page was answered from.</param>
/// <param name="Key">What identifies the last item of the page before, within the list.</param>
internal sealed record Cursor(long Position, string Key)
{
    private const int ChecksumLength = 9;
    private const int MaximumLength = 1000;

    /// <summary>The cursor as text of letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <param name="list">The address of the list without <c>limit</c> and <c>cursor</c>.</param>
    public string ToText(string list)
    {
        var content = $"{Position.ToString(CultureInfo.InvariantCulture)} {Key}";
        return Base64Url.EncodeToString([.. ChecksumOf(list, content), .. Encoding.UTF8.GetBytes(content)]);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote for the same list.</summary>
    /// <exception cref="QuestionProblem">400 for anything else.</exception>
    public static Cursor Parse(string text, string list)
    {
        if (text.Length <= MaximumLength && Base64Url.IsValid(text))
        {
            var bytes = Base64Url.DecodeFromChars(text);
            var content = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(ChecksumLength, bytes.Length)));
            if (
                bytes.AsSpan(0, Math.Min(ChecksumLength, bytes.Length)).SequenceEqual(ChecksumOf(list, content))
                && content.Split(' ', 2) is [var position, var key]
                && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                return new(number, key);
            }
        }

        throw Unusable();
    }

    /// <summary>The problem of a cursor that cannot be used.</summary>
    public static QuestionProblem Unusable() =>
        QuestionProblem.BadParameter(
            "cursor",
            "This cursor does not belong to this list. Follow the address in 'next' unchanged, or start again without a cursor."
        );

    /// <summary>Detects a cursor of another list, or a modified one. It protects nothing: a cursor grants no access.</summary>
    private static byte[] ChecksumOf(string list, string content) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\n{content}"))[..ChecksumLength];
}
