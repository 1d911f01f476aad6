#include "core/transport/docker/engineerrors.h"

#include <QCoreApplication>

#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::Docker", text); }

enum class Kind { Missing, Denied, RateLimit, NoNetwork, Certificate, DiskFull };

struct Words
{
    Kind kind;
    const char *text; // lower case
};

// The first that is found counts: a refusal to sign in may name the address, and a rate limit speaks of signing in.
constexpr std::array kWords{
    Words{Kind::DiskFull, "no space left on device"},
    Words{Kind::DiskFull, "disk quota exceeded"},
    Words{Kind::RateLimit, "toomanyrequests"},
    Words{Kind::RateLimit, "too many requests"},
    Words{Kind::RateLimit, "pull rate limit"},
    Words{Kind::Certificate, "x509:"},
    Words{Kind::Certificate, "certificate signed by unknown authority"},
    Words{Kind::Certificate, "server gave http response to https client"},
    Words{Kind::Denied, "no basic auth credentials"},
    Words{Kind::Denied, "unauthorized"},
    Words{Kind::Denied, "authentication required"},
    Words{Kind::Denied, "incorrect username or password"},
    Words{Kind::Denied, "access denied"},
    Words{Kind::Denied, "access forbidden"},
    Words{Kind::Denied, "denied:"},
    Words{Kind::NoNetwork, "no such host"},
    Words{Kind::NoNetwork, "dial tcp"},
    Words{Kind::NoNetwork, "i/o timeout"},
    Words{Kind::NoNetwork, "connection refused"},
    Words{Kind::NoNetwork, "network is unreachable"},
    Words{Kind::NoNetwork, "temporary failure in name resolution"},
    Words{Kind::NoNetwork, "server misbehaving"},
    Words{Kind::NoNetwork, "tls handshake timeout"},
    Words{Kind::NoNetwork, "client.timeout exceeded"},
    Words{Kind::NoNetwork, "context deadline exceeded"},
    Words{Kind::NoNetwork, "proxyconnect"},
    Words{Kind::Missing, "manifest unknown"},
    Words{Kind::Missing, "repository does not exist"},
    Words{Kind::Missing, "name unknown"},
    Words{Kind::Missing, "no such image"},
};

const Words *find(const QString &text)
{
    const QString lower = text.toLower();
    for (const Words &each : kWords) {
        if (lower.contains(QLatin1StringView(each.text)))
            return &each;
    }
    if (lower.contains(u"manifest for ") && lower.contains(u"not found")) {
        static constexpr Words missing{Kind::Missing, ""};
        return &missing;
    }
    return nullptr;
}

} // namespace

Error explainEngine(const Error &fallback, const QString &image)
{
    const Words *found = fallback.kind == ErrorKind::Canceled ? nullptr : find(fallback.cause);
    if (!found)
        return fallback;
    const auto said = [&fallback](const QString &code, const QString &message, const QString &fix) {
        return Error::failed(code, message).withCause(fallback.cause).withFix(fix).withDetail(fallback.detail);
    };
    switch (found->kind) {
    case Kind::Missing:
        return said(u"docker.imageMissing"_s, tr("There is no image %1.").arg(image),
                    tr("Look at its name and its tag."));
    case Kind::Denied:
        return said(
            u"docker.denied"_s,
            tr("The registry does not give out the image %1: it is not there, or you are not signed in.").arg(image),
            u"docker login"_s);
    case Kind::RateLimit:
        return said(u"docker.rateLimit"_s,
                    tr("The registry has had enough requests from here for now (%1).").arg(image),
                    tr("Sign in with docker login, or wait."));
    case Kind::NoNetwork:
        return said(u"docker.noNetwork"_s, tr("The engine does not get to the registry of %1.").arg(image),
                    tr("Look at the network and at the engine's own proxy settings; an image that the engine has needs "
                       "no network."));
    case Kind::Certificate:
        return said(u"docker.certificate"_s, tr("The engine does not trust the registry of %1.").arg(image),
                    tr("Give the engine the authority's certificate: /etc/docker/certs.d/REGISTRY/ca.crt"));
    case Kind::DiskFull:
        return said(u"docker.diskFull"_s, tr("The engine's disk is full."), u"docker system df; docker image prune"_s);
    }
    return fallback;
}

} // namespace mooring
