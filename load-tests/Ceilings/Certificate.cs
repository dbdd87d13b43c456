using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>A certificate for 127.0.0.1 that every contestant shows, in files of a folder that goes with the run.</summary>
public sealed class Certificate
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public Certificate(string folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(clock.GetUtcNow() - Life, clock.GetUtcNow() + Life);
        (CertificateFile, KeyFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    public string CertificateFile { get; }

    public string KeyFile { get; }

    /// <summary>How Kestrel is told, by environment.</summary>
    public IReadOnlyDictionary<string, string> ForKestrel => new Dictionary<string, string>
    {
        ["Kestrel__Certificates__Default__Path"] = CertificateFile,
        ["Kestrel__Certificates__Default__KeyPath"] = KeyFile,
    };
}
