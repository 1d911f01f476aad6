#pragma once

#include "ui/workspace/workspacecontent.h"

#include <QObject>

namespace mooring {

/// Reads what the tree shows in the background, each time the workspace changes. One read at a time; changes that come
/// meanwhile are one more read. Lives on the window's thread.
class WorkspaceFeed : public QObject
{
    Q_OBJECT
public:
    using Reader = std::function<WorkspaceContent()>; ///< blocks; called on a worker

    explicit WorkspaceFeed(Reader reader, QObject *parent = nullptr);
    void readSoon();

Q_SIGNALS:
    void read(const mooring::WorkspaceContent &content);

private:
    Reader m_reader;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace mooring
