#include "core/transport/docker/dockerchoice.h"

#include "core/base/files.h"
#include "core/base/jsontext.h"

#include <QFileInfo>

namespace mooring {

DockerChoice::DockerChoice(QString file, Find find) : m_file(std::move(file)), m_find(std::move(find)) {}

DockerChoice::Value DockerChoice::value() const
{
    const std::lock_guard lock(m_mutex);
    const auto text = readWholeFile(m_file, 64 * 1024);
    const Json json = text ? readJson(*text) : Json();
    return {stringAt(json, "address"), stringAt(json, "plainTcp")};
}

Result<> DockerChoice::choose(const Value &value)
{
    const std::lock_guard lock(m_mutex);
    if (auto made = makeFolder(QFileInfo(m_file).absolutePath()); !made)
        return made;
    return writeFileAtomically(
        m_file, toPrettyBytes({{"address", textOrNull(value.address)}, {"plainTcp", textOrNull(value.plainTcp)}}));
}

DockerSearch DockerChoice::search() const
{
    DockerSearch search = m_find();
    const Value wanted = value();
    if (search.chosen.isEmpty())
        search.chosen = wanted.address;
    if (search.rules.plainTcpHost.isEmpty())
        search.rules.plainTcpHost = wanted.plainTcp;
    return search;
}

} // namespace mooring
