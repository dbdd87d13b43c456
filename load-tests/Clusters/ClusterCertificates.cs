using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>An authority and a node's certificate, as an operator would make them for a cluster, in PEM files below a folder.</summary>
public sealed class ClusterCertificates
{
    private const int KeyBits = 2048;

    private readonly string folder;

    /// <param name="folder">Exists; the files are made in it, and their names say what they are.</param>
    public ClusterCertificates(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.folder = folder;
        var (from, until) = (time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddDays(30));
        using var authorityKey = RSA.Create(KeyBits);
        var authority = Request("CN=ResultsGrid drill authority", authorityKey);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var signing = authority.CreateSelfSigned(from, until);
        using var nodeKey = RSA.Create(KeyBits);
        using var node = Request("CN=ResultsGrid drill node", nodeKey).Create(signing, from, until, RandomNumberGenerator.GetBytes(16));
        File.WriteAllText(Authority, signing.ExportCertificatePem());
        File.WriteAllText(Certificate, node.ExportCertificatePem());
        File.WriteAllText(Key, nodeKey.ExportPkcs8PrivateKeyPem());
    }

    public string Authority => Path.Combine(folder, "authority.pem");

    public string Certificate => Path.Combine(folder, "node.pem");

    public string Key => Path.Combine(folder, "node.key.pem");

    /// <summary>What a node is told, below the section Cluster:Tls.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new(nameof(Authority), Authority), new(nameof(Certificate), Certificate), new(nameof(Key), Key),
    ];

    private static CertificateRequest Request(string name, RSA key) => new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
