#pragma once

#include "ui/runs/runlook.h"

#include <QWidget>

namespace mooring {

class CodeBox;
class CommandBox;
class FactList;

/// The Details tab: what was asked, what became of it, where it lies, and the same thing as a command and as run.yaml.
class RunDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RunDetails(QWidget *parent = nullptr);

    void setView(const RunView &view);

private:
    FactList *m_run;
    FactList *m_what;
    FactList *m_where;
    CommandBox *m_command;
    CodeBox *m_yaml;
};

} // namespace mooring
