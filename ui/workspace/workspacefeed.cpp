#include "ui/workspace/workspacefeed.h"

#include "core/jobs/background.h"

namespace mooring {

WorkspaceFeed::WorkspaceFeed(Reader reader, QObject *parent) : QObject(parent), m_reader(std::move(reader)) {}

void WorkspaceFeed::readSoon()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    inBackground(this, m_reader, [this](const WorkspaceContent &content) {
        m_reading = false;
        Q_EMIT read(content);
        if (std::exchange(m_again, false))
            readSoon();
    });
}

} // namespace mooring
