namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>nginx as a site's operator would set it up for static files: sendfile, open files kept, no access log.</summary>
public static class Nginx
{
    public static string WriteConfiguration(string folder, string site, Certificate certificate, string urls)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(urls);
        var addresses = urls.Split(';').Select(url => new Uri(url).Authority).ToList();
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, $$"""
            # Of the caller: the run's folder is nobody else's.
            user {{Environment.UserName}};
            worker_processes auto;
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/nginx.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=20000 inactive=600s;
              default_type application/octet-stream;
              server {
                listen {{addresses[0]}};
                listen {{addresses[1]}} ssl;
                ssl_certificate {{certificate.CertificateFile}};
                ssl_certificate_key {{certificate.KeyFile}};
                root {{site}};
              }
            }
            """);
        return file;
    }
}
