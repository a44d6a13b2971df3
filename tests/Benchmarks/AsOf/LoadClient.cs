using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.AsOf;

/// <summary>Asks over a fixed number of connections, each one question after the other, a fixed number of questions in all. It costs
/// little itself: written requests, answers read by their length and thrown away.</summary>
internal sealed class LoadClient(int port)
{
    private const int Connections = 16;

    /// <summary>Requests as bytes.</summary>
    public static byte[][] Written(IEnumerable<string> targets, string headers = "") =>
        [.. targets.Select(target => Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"))];

    /// <summary>Answers a second over a number of requests.</summary>
    public double Measure(byte[][] requests, int count)
    {
        var next = -1;
        Exception? failure = null;
        var threads = Enumerable
            .Range(0, Connections)
            .Select(_ => new Thread(() =>
            {
                try
                {
                    using var connection = new Connection(port);
                    for (var i = Interlocked.Increment(ref next); i < count && failure is null; i = Interlocked.Increment(ref next))
                    {
                        connection.Ask(requests[i % requests.Length]);
                    }
                }
                catch (Exception refused)
                {
                    failure = refused;
                }
            }))
            .ToList();
        var watch = Stopwatch.StartNew();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return failure is null
            ? count / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException("A question was not answered.", failure);
    }

    /// <summary>The bodies of answers; of the first ones where all would be more than so many bytes.</summary>
    public IReadOnlyList<byte[]> BodiesOf(byte[][] requests, long most = long.MaxValue)
    {
        using var connection = new Connection(port);
        return [.. requests.Select(request => connection.Ask(request).ToArray()).TakeWhile(body => (most -= body.Length) > 0)];
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private byte[] buffer = new byte[64 * 1024];

        public Connection(int port) => socket.Connect("127.0.0.1", port);

        /// <summary>The body of the answer, until the next question.</summary>
        public ReadOnlySpan<byte> Ask(byte[] request)
        {
            socket.Send(request);
            var (read, body) = (0, -1);
            while (body < 0)
            {
                read += Receive(read);
                body = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            }

            var head = Encoding.ASCII.GetString(buffer, 0, body);
            if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"{Encoding.ASCII.GetString(request)}{head}\n{Encoding.UTF8.GetString(buffer, 0, read)}"
                );
            }

            var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + 16;
            var end = head.IndexOf('\r', at);
            var length = int.Parse(head.AsSpan(at, (end < 0 ? head.Length : end) - at), CultureInfo.InvariantCulture);
            body += 4;
            while (read < body + length)
            {
                read += Receive(read);
            }

            return buffer.AsSpan(body, length);
        }

        public void Dispose() => socket.Dispose();

        private int Receive(int read)
        {
            if (read == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var received = socket.Receive(buffer, read, buffer.Length - read, SocketFlags.None);
            return received > 0 ? received : throw new InvalidOperationException("The connection was closed.");
        }
    }
}
