using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ArtsakhLedger.PackedHistories;

/// <summary>A writer of JSON as UTF-8 into a rented buffer.</summary>
public sealed class JsonBuffer : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, Length);

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    public void Write(long number)
    {
        number.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes ASCII text that needs no escaping in JSON.</summary>
    public void WritePlain(ReadOnlySpan<char> text)
    {
        System.Text.Encoding.ASCII.GetBytes(text, Room(text.Length));
        Length += text.Length;
    }

    /// <summary>Writes a day, given by its number, in quotes; null if there is none.</summary>
    public void WriteDay(long? day)
    {
        if (day is not { } number)
        {
            Write("null"u8);
            return;
        }

        var room = Room(PackedDays.Length + 2);
        room[0] = (byte)'"';
        PackedDays.WriteNumbered(room[1..], number);
        room[PackedDays.Length + 1] = (byte)'"';
        Length += PackedDays.Length + 2;
    }

    /// <summary>Writes a packed value.</summary>
    /// <param name="packed">The packed bytes.</param>
    /// <param name="reference">The reference to the value.</param>
    /// <param name="holes">Writes the values that are not packed, by the number of their hole.</param>
    internal void Write<THoles>(ReadOnlySpan<byte> packed, int reference, THoles holes)
        where THoles : IJsonHoles
    {
        var value = reference >> 2;
        switch (reference & 3)
        {
            case PackedJson.DayTag:
                var room = Room(PackedDays.Length + 2);
                room[0] = (byte)'"';
                PackedDays.Write(room[1..], value);
                room[PackedDays.Length + 1] = (byte)'"';
                Length += PackedDays.Length + 2;
                break;
            case PackedJson.ConstantTag:
                Write(PackedJson.Constants[value]);
                break;
            case PackedJson.HoleTag:
                holes.Fill(value, packed, this);
                break;
            default:
                WriteNode(packed, value, holes);
                break;
        }
    }

    /// <summary>Removes the last bytes written.</summary>
    public void RemoveLast(int bytes) => Length -= bytes;

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void WriteNode<THoles>(ReadOnlySpan<byte> packed, int at, THoles holes)
        where THoles : IJsonHoles
    {
        var head = PackedJson.ReadNumber(packed, ref at);
        var number = (int)(head >> 3);
        switch (head & 7)
        {
            case PackedJson.Text:
                var room = Room(number + 2);
                room[0] = (byte)'"';
                packed.Slice(at, number).CopyTo(room[1..]);
                room[number + 1] = (byte)'"';
                Length += number + 2;
                break;
            case PackedJson.Raw:
                Write(packed.Slice(at, number));
                break;
            case PackedJson.Words:
                Write("\""u8);
                for (; number > 0; number--)
                {
                    WriteWord(packed, (int)PackedJson.ReadNumber(packed, ref at));
                }

                Write("\""u8);
                break;
            case PackedJson.Object:
                var shape = JsonShapes.Of(number);
                for (var i = 0; i < shape.Length - 1; i++)
                {
                    Write(shape[i]);
                    Write(packed, (int)PackedJson.ReadNumber(packed, ref at), holes);
                }

                Write(shape[^1]);
                break;
            default:
                for (var i = 0; i < number; i++)
                {
                    Write(i == 0 ? "["u8 : ","u8);
                    Write(packed, (int)PackedJson.ReadNumber(packed, ref at), holes);
                }

                Write("]"u8);
                break;
        }
    }

    private void WriteWord(ReadOnlySpan<byte> packed, int reference)
    {
        var at = reference >> 2;
        var head = PackedJson.ReadNumber(packed, ref at);
        var number = (int)(head >> 3);
        if ((head & 7) == PackedJson.Text)
        {
            Write(packed.Slice(at, number));
            return;
        }

        for (; number > 0; number--)
        {
            WriteWord(packed, (int)PackedJson.ReadNumber(packed, ref at));
        }
    }

    private Span<byte> Room(int length)
    {
        if (Length + length > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, Length + length));
            buffer.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(Length);
    }
}

/// <summary>Writes the values that packed JSON leaves out.</summary>
internal interface IJsonHoles
{
    /// <summary>Writes the value of a hole.</summary>
    public void Fill(int hole, ReadOnlySpan<byte> packed, JsonBuffer sink);
}

/// <summary>For JSON without holes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NoHoles : IJsonHoles
{
    public void Fill(int hole, ReadOnlySpan<byte> packed, JsonBuffer sink) =>
        throw new InvalidOperationException("This JSON has no holes.");
}
