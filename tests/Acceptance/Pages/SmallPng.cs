using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>Writes a PNG again in less room: without filters, which do text no good, and compressed as far as it goes.</summary>
public static class SmallPng
{
    private const int Signature = 8;

    /// <param name="png">A picture with eight bits a channel, not interlaced, as browsers take it.</param>
    public static byte[] Of(byte[] png)
    {
        using var packed = new MemoryStream();
        byte[] header = [];
        for (var at = Signature; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = Encoding.ASCII.GetString(png, at + 4, 4);
            var data = png.AsSpan(at + 8, length);
            if (name == "IHDR")
            {
                header = data.ToArray();
            }
            else if (name == "IDAT")
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        using var smaller = new MemoryStream();
        smaller.Write(png.AsSpan(0, Signature));
        WriteChunk(smaller, "IHDR", header);
        WriteChunk(smaller, "IDAT", Packed(Unfiltered(Unpacked(packed), header)));
        WriteChunk(smaller, "IEND", []);
        return smaller.ToArray();
    }

    /// <summary>The rows as they are, each after the number of no filter (PNG, section 9).</summary>
    private static byte[] Unfiltered(byte[] rows, byte[] header)
    {
        var channels = header[9] == 6 ? 4 : 3;
        var row = 1 + (BinaryPrimitives.ReadInt32BigEndian(header) * channels);
        for (var at = 0; at < rows.Length; at++)
        {
            var (inRow, filter) = (at % row, rows[at - (at % row)]);
            if (inRow == 0)
            {
                continue;
            }

            var left = inRow > channels ? rows[at - channels] : 0;
            var above = at >= row ? rows[at - row] : 0;
            var aboveLeft = at >= row && inRow > channels ? rows[at - row - channels] : 0;
            rows[at] += (byte)(
                filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    _ => Paeth(left, above, aboveLeft),
                }
            );
        }

        for (var at = 0; at < rows.Length; at += row)
        {
            rows[at] = 0;
        }

        return rows;
    }

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var (toLeft, toAbove, toAboveLeft) = (
            Math.Abs(above - aboveLeft),
            Math.Abs(left - aboveLeft),
            Math.Abs(left + above - (2 * aboveLeft))
        );
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left
            : toAbove <= toAboveLeft ? above
            : aboveLeft;
    }

    private static byte[] Unpacked(MemoryStream packed)
    {
        packed.Position = 0;
        using var rows = new MemoryStream();
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        inflate.CopyTo(rows);
        return rows.ToArray();
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(rows);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream to, string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        to.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
            }
        }

        return ~crc;
    }
}
