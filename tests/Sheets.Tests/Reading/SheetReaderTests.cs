using System.IO.Compression;
using System.Text;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sources;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Reading;

/// <summary>Sheets in every form that people have them in.</summary>
public sealed class SheetReaderTests
{
    private const string Plain = "Country,Date,Quote\nPeru,6 March 1976,\"said, and \"\"signed\"\"\"\n\nSenegal,1980,\n";

    [Theory]
    [InlineData(',', SheetFormat.Csv, "commas")]
    [InlineData(';', SheetFormat.Csv, "semicolons")]
    [InlineData('|', SheetFormat.Csv, "bars")]
    [InlineData('\t', SheetFormat.Tsv, "tabs")]
    public void The_mark_between_cells_is_found_out(char mark, SheetFormat format, string said)
    {
        var table = SheetFiles.Read(
            $"Country{mark}Date of recognition{mark}Quote\nPeru{mark}6 March 1976{mark}\"a, b; c\"\nSt. Lucia (island){mark}1980{mark}d\n"
        );

        table.Format.ShouldBe(format);
        table.Headers.Count.ShouldBe(3);
        table.Rows[0].Cells.ShouldBe(["Peru", "6 March 1976", "a, b; c"]);
        table.Remarks[0].ShouldContain(said);
    }

    [Fact]
    public void A_first_line_that_names_the_mark_is_obeyed() =>
        SheetFiles.Read("sep=;\nCountry;Date\nPeru, the;1976\n").Rows.ShouldHaveSingleItem()[0].ShouldBe("Peru, the");

    [Fact]
    public void Rows_are_numbered_as_spreadsheets_do_and_know_their_place_in_the_text()
    {
        var table = SheetFiles.Read(Plain);

        table.Headers.ShouldBe(["Country", "Date", "Quote"]);
        table.Rows.Select(row => row.Number).ShouldBe([2, 4]);
        table.Rows[0][2].ShouldBe("said, and \"signed\"");
        table.Rows[1][2].ShouldBe("");
        table.Text.ShouldBe(Encoding.UTF8.GetBytes(Plain));
        var text = SnapshotText.Of(table.Text);
        table.Rows.ShouldAllBe(row => text.StandsAt(row.Line, row.Start, row.Start + row.Line.EnumerateRunes().Count()));
    }

    [Fact]
    public void Places_are_counted_in_characters_of_the_composed_text_whatever_is_before()
    {
        var table = SheetFiles.Read("Cou\u0301ntry,😀\nԱրցախ,é\u0301\r\n\"two\nlines\",😀😀\nPeru,x\n");

        var text = SnapshotText.Of(table.Text);
        table.Rows.Count.ShouldBe(3);
        table.Rows.ShouldAllBe(row => text.StandsAt(row.Line, row.Start, row.Start + row.Line.EnumerateRunes().Count()));
        table.Rows[1][0].ShouldBe("two\nlines");
        table.Rows[2].Number.ShouldBe(4);
    }

    [Theory]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16BE")]
    [InlineData("windows-1252", false, "windows-1252")]
    [InlineData("windows-1251", false, "windows-1251")]
    public void The_encoding_is_found_out(string name, bool withMark, string said)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var words =
            name == "windows-1251"
                ? ("Страна,Дата", "Абхазия,6 марта 1976 года\nЮжная Осетия,мая 1980")
                : ("Country,Date", "Côte d’Ivoire,6 March 1976\nPérou,1980");
        byte[] bytes = [.. withMark ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes($"{words.Item1}\n{words.Item2}\n")];

        var table = SheetFiles.Read(bytes);

        table.Headers[0].ShouldBe(words.Item1.Split(',')[0]);
        table.Rows[0][0].ShouldBe(words.Item2.Split(',')[0]);
        table.Remarks[0].ShouldContain($"in {said}");
        SnapshotText
            .Of(table.Text)
            .StandsAt(table.Rows[1].Line, table.Rows[1].Start, table.Rows[1].Start + table.Rows[1].Line.Length)
            .ShouldBeTrue();
    }

    [Fact]
    public void A_title_above_the_headers_is_left_out()
    {
        var table = SheetFiles.Read("Recognitions of Kosovo,,\n,,\nCountry,Date,Source\nPeru,2008,x\n");

        table.Headers.ShouldBe(["Country", "Date", "Source"]);
        table.HeaderRow.ShouldBe(3);
        table.Rows.ShouldHaveSingleItem().Number.ShouldBe(4);
        table.Remarks.ShouldContain(remark => remark.StartsWith("The headers are in row 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workbook_is_read_and_its_days_say_no_more_than_they_show()
    {
        var table = SheetFiles.Read(
            SheetFiles.Workbook([
                ["Country", "Date", "Month", "Year", "Short", "Number"],
                [
                    "Peru",
                    new DateOnly(1976, 3, 6),
                    SheetFiles.Number(27825, 3),
                    SheetFiles.Number(27825, 4),
                    SheetFiles.Number(27825, 5),
                    1976,
                ],
                [null, SheetFiles.Number(27825.75, 2), SheetFiles.Number(1.5), SheetFiles.Number(7, 6)],
            ]),
            "record.xlsx"
        );

        table.Format.ShouldBe(SheetFormat.Xlsx);
        table.Rows[0].Cells.ShouldBe(["Peru", "1976-03-06", "1976-03", "1976", "1976-03", "1976"]);
        table.Rows[1].Cells.ShouldBe(["", "1976-03-06", "1.5", "7"]);
        Encoding
            .UTF8.GetString(table.Text)
            .ShouldBe(
                "1\tCountry\tDate\tMonth\tYear\tShort\tNumber\n2\tPeru\t1976-03-06\t1976-03\t1976\t1976-03\t1976\n3\t\t1976-03-06\t1.5\t7\n"
            );
    }

    [Fact]
    public void The_text_of_a_workbook_is_always_the_same_and_places_rows()
    {
        object?[][] rows =
        [
            ["Country", "Note"],
            ["Peru", "two\nlines\tand a tab"],
            ["Արցախ 😀", "é"],
            ["Chad", "x"],
        ];

        var (one, other) = (SheetFiles.Read(SheetFiles.Workbook(rows), "a.xlsx"), SheetFiles.Read(SheetFiles.Workbook(rows), "a.xlsx"));

        other.Text.ShouldBe(one.Text);
        var text = SnapshotText.Of(one.Text);
        one.Rows.ShouldAllBe(row => text.StandsAt(row.Line, row.Start, row.Start + row.Line.EnumerateRunes().Count()));
        one.Rows[0].Line.ShouldBe("2\tPeru\ttwo lines and a tab");
    }

    [Fact]
    public void Formulas_errors_shared_texts_and_merged_cells_of_a_workbook_are_read_or_named()
    {
        var table = SheetFiles.Read(
            SheetFiles.Workbook(
                [
                    ["Country", "Date", "Note"],
                    [
                        new Cell { DataType = CellValues.SharedString, CellValue = new("0") },
                        new Cell { CellFormula = new("1+1"), CellValue = new("1976") },
                        "a",
                    ],
                    [null, new Cell { CellFormula = new("1+1") }, new Cell { DataType = CellValues.Error, CellValue = new("#REF!") }],
                    [
                        "Chad",
                        new Cell
                        {
                            DataType = CellValues.String,
                            CellFormula = new("A1"),
                            CellValue = new("March 1980"),
                        },
                        new Cell { DataType = CellValues.Boolean, CellValue = new("1") },
                    ],
                ],
                workbook =>
                {
                    var shared = workbook.AddNewPart<SharedStringTablePart>();
                    shared.SharedStringTable = new(new SharedStringItem(new Run(new Text("Pe")), new Run(new Text("ru"))));
                    workbook.WorksheetParts.Single().Worksheet!.Append(new MergeCells(new MergeCell { Reference = "A2:A3" }));
                }
            )
        );

        table.Rows.Select(row => row[0]).ShouldBe(["Peru", "Peru", "Chad"]);
        table.Rows[0][1].ShouldBe("1976");
        table.Rows[2].Cells.ShouldBe(["Chad", "March 1980", "true"]);
        table.Faults.Select(fault => (fault.Row, fault.Column)).ShouldBe([(3, 1), (3, 2)]);
        table.Faults[0].Message.ShouldContain("formula");
        table.Faults[1].Message.ShouldContain("#REF!");
        table.Remarks.ShouldContain(remark => remark.StartsWith("2 cells are formulas", StringComparison.Ordinal));
        table.Remarks.ShouldContain(remark => remark.Contains("merged", StringComparison.Ordinal));
    }

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_those_days() =>
        SheetFiles
            .Read(
                SheetFiles.Workbook(
                    [
                        ["Country", "Date"],
                        ["Peru", SheetFiles.Number(27825 - 1462, 1)],
                    ],
                    workbook => workbook.Workbook!.InsertAt(new WorkbookProperties { Date1904 = true }, 0)
                )
            )
            .Rows[0][1]
            .ShouldBe("1976-03-06");

    [Fact]
    public void A_worksheet_is_chosen_by_its_name_and_hidden_ones_are_not_read_unasked()
    {
        var bytes = SheetFiles.Workbook(
            [
                ["Country", "Date"],
                ["Peru", "1976"],
            ],
            workbook => workbook.Workbook!.Sheets!.Elements<Sheet>().First().State = SheetStateValues.Hidden,
            "Drafts",
            "Recognitions"
        );

        SheetFiles.Read(bytes).Remarks[0].ShouldBe("The worksheet 'Recognitions' is read; the workbook also has 'Drafts'.");
        SheetFiles.Read(bytes, "a.xlsx", "drafts").Remarks[0].ShouldStartWith("The worksheet 'Drafts' is read");
        Should
            .Throw<UnreadableSheetException>(() => SheetFiles.Read(bytes, "a.xlsx", "Votes"))
            .Message.ShouldContain("it has 'Drafts', 'Recognitions'");
        Should
            .Throw<UnreadableSheetException>(() => SheetFiles.Read(Encoding.UTF8.GetBytes(Plain), "a.csv", "Votes"))
            .Message.ShouldContain("Only a workbook");
    }

    [Fact]
    public void A_formula_in_text_is_named_and_is_no_value()
    {
        var table = SheetFiles.Read("Country,Date\nPeru,=A1\n");

        table.Faults.ShouldBe([new(2, 1, "'=A1' is a formula; write its value")]);
        table.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["Peru", ""]);
    }

    public static TheoryData<string, byte[], string> Broken
    {
        get
        {
            var workbook = SheetFiles.Workbook([
                ["Country", "Date"],
                ["Peru", "1976"],
            ]);
            return new()
            {
                { "empty", [], "empty" },
                { "white space", Encoding.UTF8.GetBytes(" \n\n \n"), "no row of headers" },
                { "old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "old version" },
                { "PDF", "%PDF-1.7 and so on"u8.ToArray(), "PDF" },
                { "page", "\n<html><table></table></html>"u8.ToArray(), "HTML" },
                { "bytes", [1, 2, 0, 200, 0, 0, 7, 0, 255, 0, 0, 1], "no text" },
                { "open quote", "Country,Date\nPeru,\"1976\nChad,1980\n"u8.ToArray(), "quotation mark" },
                { "cut workbook", workbook[..(workbook.Length / 2)], "broken" },
                { "workbook without its sheet", WithPart(workbook, "xl/worksheets/sheet1.xml", "<worksheet"), "broken" },
                {
                    "workbook whose shared texts are not there",
                    SheetFiles.Workbook([
                        ["A", "B"],
                        [new Cell { DataType = CellValues.SharedString, CellValue = new("7") }, "x"],
                    ]),
                    "broken"
                },
                {
                    "workbook with nonsense numbers",
                    SheetFiles.Workbook([
                        ["A", "B"],
                        [new Cell { CellValue = new("seven") }, "x"],
                    ]),
                    "broken"
                },
                { "empty workbook", SheetFiles.Workbook([]), "no visible worksheet" },
                { "other archive", Archive("readme.txt", "text"), "ZIP archive" },
                { "OpenDocument", Archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument" },
                { "zip bomb", WithPart(workbook, "xl/media/zeros.bin", new string('0', 70_000_000)), "unpacks to more than 64 MB" },
                {
                    "entity bomb",
                    WithPart(
                        workbook,
                        "xl/workbook.xml",
                        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workbook>&b;</workbook>"
                    ),
                    "broken"
                },
                {
                    "many rows",
                    Encoding.UTF8.GetBytes("Country,Date\n" + string.Concat(Enumerable.Repeat("Peru,1976\n", 20_001))),
                    "more than 20000 rows"
                },
                {
                    "many columns",
                    Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("Country", 201)) + "\n"),
                    "more than 200 columns"
                },
                {
                    "long cell",
                    Encoding.UTF8.GetBytes($"Country,Date\nPeru,\"{new string('x', 10_001)}\"\n"),
                    "B2 has more than 10000 characters"
                },
                { "large file", new byte[SheetLimits.FileBytes + 1], "are allowed" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_sheet_is_refused_with_what_to_do(string what, byte[] bytes, string said) =>
        Should.Throw<UnreadableSheetException>(() => SheetFiles.Read(bytes, "file"), what).Message.ShouldContain(said);

    [Fact]
    public void A_workbook_whose_directory_lies_about_the_size_of_a_part_unpacks_to_no_more_than_it_says()
    {
        var workbook = WithPart(
            SheetFiles.Workbook([
                ["Country", "Date"],
                ["Peru", "1976"],
            ]),
            "xl/sharedStrings2.xml",
            new string(' ', 3_000_000)
        );
        var lying = (byte[])workbook.Clone();
        for (var i = 0; i + 4 <= lying.Length; i++)
        {
            if (BitConverter.ToUInt32(lying, i) == 3_000_000)
            {
                BitConverter.TryWriteBytes(lying.AsSpan(i), 10);
            }
        }

        using var archive = new ZipArchive(new MemoryStream(lying));
        using var part = archive.GetEntry("xl/sharedStrings2.xml")!.Open();
        var unpacked = 0;
        try
        {
            unpacked = new StreamReader(part).ReadToEnd().Length;
        }
        catch (InvalidDataException)
        {
            // Refused is as good.
        }

        unpacked.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void Bytes_of_every_sort_are_read_or_refused_and_never_fail_otherwise()
    {
        var random = new Random(20261123);
        var workbook = SheetFiles.Workbook([
            ["Country", "Date"],
            ["Peru", new DateOnly(1976, 3, 6)],
            ["Chad", 1980],
        ]);
        for (var i = 0; i < 600; i++)
        {
            var bytes =
                i % 3 == 0 ? new byte[random.Next(1, 300)]
                : i % 3 == 1 ? (byte[])workbook.Clone()
                : Encoding.UTF8.GetBytes(Plain);
            for (var change = i % 3 == 0 ? bytes.Length : random.Next(1, 20); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                SheetFiles.Read(bytes).Headers.ShouldNotBeEmpty();
            }
            catch (UnreadableSheetException refused)
            {
                refused.Message.ShouldNotBeEmpty();
            }
        }
    }

    private static byte[] Archive(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var entry = new StreamWriter(archive.CreateEntry(name).Open());
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] WithPart(byte[] workbook, string name, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            archive.GetEntry(name)?.Delete();
            using var entry = new StreamWriter(archive.CreateEntry(name).Open());
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
