namespace ArtsakhLedger.Access;

/// <summary>A request body that fails when more than a number of bytes is read.</summary>
public sealed class LimitedBodyStream(Stream inner, long limit) : Stream
{
    private long read;

    public Stream Inner => inner;

    /// <summary>True if the body was longer than allowed.</summary>
    public bool IsTooLarge => read > limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int bytes)
    {
        read += bytes;
        return IsTooLarge ? throw new IOException($"The body has more than the {limit} bytes that may be read.") : bytes;
    }
}
