using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ArtsakhLedger.Log;
using TransparencyLog;

namespace ArtsakhLedger.Tests.Export;

/// <summary>A copy of a bundle for a test to spoil.</summary>
public sealed class TamperedBundle : IDisposable
{
    public TamperedBundle(string original)
    {
        File = $"{Path.GetTempFileName()}.zip";
        System.IO.File.Copy(original, File);
    }

    public string File { get; }

    /// <summary>Changes one file in it.</summary>
    public void Change(string name, Func<string, string> change)
    {
        using var archive = ZipFile.Open(File, ZipArchiveMode.Update);
        var old = archive.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(old.Open()))
        {
            text = reader.ReadToEnd();
        }

        old.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(change(text));
    }

    /// <summary>Changes the lines of one file in it.</summary>
    public void ChangeLines(string name, Func<List<string>, IEnumerable<string>> change) =>
        Change(
            name,
            text => string.Concat(change([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)]).Select(line => $"{line}\n"))
        );

    /// <summary>Changes the line of one fact.</summary>
    public void ChangeFact(string fact, Action<JsonObject> change) =>
        ChangeLines(
            "events.ndjson",
            lines =>
                lines.Select(line =>
                {
                    var node = JsonNode.Parse(line)!.AsObject();
                    if (node["fact"]!.ToString() != fact)
                    {
                        return line;
                    }

                    change(node);
                    return node.ToJsonString();
                })
        );

    /// <summary>What whoever has the log's key can do: write every leaf and every hash of the tree anew, and sign it.</summary>
    public void RebuildLog(string keyFile)
    {
        var tree = new TreeGrowth(new Frontier());
        var (leaves, json) = (new LeafWriter(), new CanonicalJsonWriter(strict: true));
        ChangeLines(
            "events.ndjson",
            lines =>
                lines
                    .Select(line =>
                    {
                        var node = JsonNode.Parse(line)!.AsObject();
                        var stored = node["event"]!;
                        var leaf = leaves.Write(
                            node["position"]!.GetValue<long>(),
                            stored["stream"]!.ToString(),
                            stored["version"]!.GetValue<long>(),
                            stored["type"]!.ToString(),
                            node["recordedAt"]!.GetValue<DateTimeOffset>(),
                            node["batch"]?.ToString(),
                            new(node["author"]!.ToString(), node["authorName"]!.ToString()),
                            json.Write(Encoding.UTF8.GetBytes(stored["body"]!.ToJsonString())),
                            node["salt"]!.GetValue<string>() is var salt ? Convert.FromBase64String(salt) : []
                        );
                        node["leaf"] = Convert.ToBase64String(leaf);
                        node["nodes"] = Convert.ToBase64String(MerkleHash.Concat([.. tree.Append(MerkleHash.HashLeaf(leaf))]));
                        return node.ToJsonString();
                    })
                    .ToList()
        );
        using var key = SigningKeyFile.Open(keyFile);
        Change("checkpoint", _ => new Checkpoint(key.Verifier.Name, tree.Head).Sign(key).ToString());
    }

    public void Dispose() => System.IO.File.Delete(File);
}
