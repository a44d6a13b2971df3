using System.IO.Compression;
using System.Text;

namespace ArtsakhLedger.Sheets.Reading;

/// <summary>Reads sheets: CSV, TSV and XLSX, told apart by what is in the file.</summary>
public static class SheetReader
{
    private const string OpenDocument = "application/vnd.oasis.opendocument";

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">Its name; folders in it are left out.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="worksheet">The name of the worksheet of a workbook; null for the first that is not empty.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="UnreadableSheetException">It is no sheet, is broken or too large.</exception>
    public static SheetTable Read(string fileName, byte[] bytes, string? worksheet, CancellationToken cancellation)
    {
        var name = NameOf(fileName);
        if (bytes.Length == 0)
        {
            throw new UnreadableSheetException("the file is empty; write a row of headers and a row for each fact");
        }

        if (bytes.Length > SheetLimits.FileBytes)
        {
            throw new UnreadableSheetException(
                $"the file has {bytes.Length} bytes; {SheetLimits.FileBytes} are allowed, so divide it into several"
            )
            {
                IsTooLarge = true,
            };
        }

        if (IsWorkbook(bytes))
        {
            return Workbook.Read(name, bytes, worksheet, cancellation);
        }

        Refuse(bytes);
        return worksheet is null
            ? DelimitedText.Read(name, bytes, cancellation)
            : throw new UnreadableSheetException("only a workbook (XLSX) has worksheets; leave the name of the worksheet out");
    }

    /// <summary>The name of a file without folders, of whichever system, and without characters that no name needs.</summary>
    private static string NameOf(string fileName)
    {
        var name = new string([
            .. fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(200),
        ]).Trim();
        return name.Length == 0 ? "sheet" : name;
    }

    private static bool IsWorkbook(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            CheckSize(archive);
            if (archive.Entries.Any(entry => entry.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            throw new UnreadableSheetException(
                IsOpenDocument(archive)
                    ? "this is an OpenDocument file; save it as XLSX or CSV"
                    : "this is a ZIP archive and no workbook; give the sheet itself, as XLSX, CSV or TSV"
            );
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Refuses a small file that unpacks to a large one. No part unpacks to more than its entry says, for the framework stops there.</summary>
    private static void CheckSize(ZipArchive archive)
    {
        if (archive.Entries.Count > SheetLimits.Parts || archive.Entries.Sum(entry => entry.Length) > SheetLimits.UnpackedBytes)
        {
            throw new UnreadableSheetException(
                $"the workbook unpacks to more than {SheetLimits.UnpackedBytes / 1024 / 1024} MB; save the sheet alone, as CSV"
            )
            {
                IsTooLarge = true,
            };
        }
    }

    private static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } entry)
        {
            return false;
        }

        using var content = new StreamReader(entry.Open(), Encoding.ASCII);
        var begin = new char[OpenDocument.Length];
        return content.ReadBlock(begin) == begin.Length && new string(begin) == OpenDocument;
    }

    private static void Refuse(ReadOnlySpan<byte> bytes)
    {
        var what =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
                ? "this is a workbook of an old version (XLS), or one with a password; save it as XLSX without a password, or as CSV"
            : bytes.StartsWith("%PDF"u8) ? "this is a PDF; copy its table into a spreadsheet and save that as XLSX or CSV"
            : bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8)
                ? "this is a page (HTML or XML); open it in a spreadsheet and save it as XLSX or CSV"
            : null;
        if (what is not null)
        {
            throw new UnreadableSheetException(what);
        }
    }

    internal static UnreadableSheetException Broken(Exception why) =>
        new("the workbook is broken and cannot be read; open it in a spreadsheet and save it again, as XLSX or CSV", why);
}
