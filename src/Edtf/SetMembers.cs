namespace Edtf;

/// <summary>What a set consists of: equal where the members are, in the order they are written.</summary>
internal sealed class SetMembers(EdtfForm form, EdtfSetMember[] members) : IEquatable<SetMembers>
{
    internal EdtfForm Form { get; } = form;

    internal EdtfSetMember[] Members { get; } = members;

    public bool Equals(SetMembers? other) => other is not null && Form == other.Form && Members.AsSpan().SequenceEqual(other.Members);

    public override bool Equals(object? obj) => Equals(obj as SetMembers);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Form);
        foreach (var member in Members)
            hash.Add(member);
        return hash.ToHashCode();
    }
}
