#include "core/inference/endpointstate.h"

#include <QCoreApplication>

#include <array>

namespace mooring {

using namespace Qt::StringLiterals;

namespace {

struct Name
{
    EndpointState state;
    QStringView word;
};

constexpr std::array<Name, 6> kNames{{
    {EndpointState::Deploying, u"deploying"},
    {EndpointState::Running, u"running"},
    {EndpointState::Unhealthy, u"unhealthy"},
    {EndpointState::Failed, u"failed"},
    {EndpointState::Stopped, u"stopped"},
    {EndpointState::Unknown, u"unknown"},
}};

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("mooring::EndpointState", text, comment);
}

} // namespace

QString toWord(EndpointState state)
{
    for (const Name &name : kNames) {
        if (name.state == state)
            return name.word.toString();
    }
    return {};
}

std::optional<EndpointState> endpointStateFromWord(const QString &word)
{
    for (const Name &name : kNames) {
        if (name.word == word)
            return name.state;
    }
    return {};
}

QString toText(EndpointState state)
{
    switch (state) {
    case EndpointState::Deploying:
        return tr("Deploying");
    case EndpointState::Running:
        return tr("Running", "endpoint");
    case EndpointState::Unhealthy:
        return tr("Unhealthy");
    case EndpointState::Failed:
        return tr("Failed");
    case EndpointState::Stopped:
        return tr("Stopped");
    case EndpointState::Unknown:
        return tr("Unknown", "endpoint");
    }
    return {};
}

} // namespace mooring
