using Alba;

namespace ArtsakhLedger.Tests.Running;

/// <summary>A service that answers a test.</summary>
public interface IAskedLedger
{
    public IAlbaHost Host { get; }

    /// <summary>The body of an answer of 200.</summary>
    public Task<string> GetAsync(string address);
}
