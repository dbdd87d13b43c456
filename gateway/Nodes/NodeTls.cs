using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>Mutual TLS between nodes: each shows a certificate of the cluster's own authority, and takes no other.</summary>
/// <param name="Certificate">This node's, with its key.</param>
/// <param name="Authority">Whoever it has signed is a node, whatever name the certificate has: keep it for this cluster alone.</param>
public sealed record NodeTls(X509Certificate2 Certificate, X509Certificate2 Authority)
{
    /// <summary>What the section says; null where it says nothing.</summary>
    /// <exception cref="ArgumentException">Only a part is given, or a file holds no such thing; the message says which.</exception>
    public static NodeTls? From(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        string[] names = [nameof(Certificate), "Key", nameof(Authority)];
        var given = names.Where(name => !string.IsNullOrWhiteSpace(section[name])).ToList();
        if (given.Count == 0) return null;
        if (names.Except(given).FirstOrDefault() is { } missing)
            throw new ArgumentException($"{section.Path} has {string.Join(" and ", given)} but no {missing}: mutual TLS needs the files of the node's certificate, its key, and the authority that signs nodes, all in PEM.");
        var tls = new NodeTls(
            Read(section, nameof(Certificate), path => X509Certificate2.CreateFromPemFile(path, section["Key"]!)),
            Read(section, nameof(Authority), X509CertificateLoader.LoadCertificateFromFile));
        return tls.IsNode(tls.Certificate) ? tls : throw new ArgumentException($"{section.Path}:{nameof(Certificate)} is not signed by {section.Path}:{nameof(Authority)}, or not valid now: the other nodes would refuse this one.");
    }

    public void Apply(TlsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.LocalCertificate = Certificate;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) && IsNode(certificate);
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = "resultsgrid";
    }

    /// <summary>Signed by the authority and valid now. Nodes go by addresses that change, so the name is not looked at.</summary>
    public bool IsNode(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Authority);
        // An authority of one cluster publishes no list; a node that is to be shut out is shut out by a new authority.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static X509Certificate2 Read(IConfigurationSection section, string name, Func<string, X509Certificate2> read)
    {
        try
        {
            return read(section[name]!);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ArgumentException($"{section.Path}:{name} can't be read as a certificate with its key, from {section[name]}: {fault.Message}");
        }
    }
}
