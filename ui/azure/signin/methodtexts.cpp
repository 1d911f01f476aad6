#include "ui/azure/signin/methodtexts.h"

#include "core/practice/practicesession.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mooring::methodtexts {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("mooring::SignInStep", text); }

bool waitsForPerson(SignInMethod method)
{
    return method == SignInMethod::Browser || method == SignInMethod::DeviceCode;
}

} // namespace

QString cloudTitle(const Cloud &cloud)
{
    if (cloud.name == u"public")
        return tr("Azure public");
    if (cloud.name == u"usgov")
        return tr("Azure US Government");
    if (cloud.name == u"china")
        return tr("Azure China");
    return cloud.name == PracticeSession::cloudName() ? tr("Practice lab") : cloud.name;
}

QString act(SignInMethod method) { return method == SignInMethod::DeviceCode ? tr("Get a code") : tr("Sign in"); }

QString asking(SignInMethod method)
{
    switch (method) {
    case SignInMethod::DeviceCode:
        return tr("Asking for a code");
    case SignInMethod::AzureCli:
        return tr("Asking the Azure CLI for a token");
    case SignInMethod::ManagedIdentity:
        return tr("Asking this machine's metadata service for a token");
    case SignInMethod::Browser:
    case SignInMethod::ServicePrincipal:
        break;
    }
    return tr("Asking the sign-in");
}

QString busy(SignInMethod method)
{
    if (method == SignInMethod::DeviceCode)
        return tr("Goes on by itself once the code is used");
    return waitsForPerson(method) ? tr("Goes on by itself once somebody has signed in")
                                  : tr("Goes on by itself once there is a token");
}

QString end(SignInMethod method, const Error &error)
{
    if (error.kind == ErrorKind::TimeLimit && method == SignInMethod::DeviceCode)
        return tr("The code has expired.");
    if (error.kind == ErrorKind::TimeLimit && waitsForPerson(method))
        return tr("Nobody signed in in time.");
    return error.kind == ErrorKind::SignIn && error.code != u"signin.noManagedIdentity"
               ? tr("The sign-in was refused.")
               : tr("The sign-in did not come about.");
}

} // namespace mooring::methodtexts
