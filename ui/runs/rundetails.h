#pragma once

#include "ui/runs/runlook.h"

#include <QWidget>

namespace mooring {

class CodeBox;
class FactList;
class KindRegistry;
class TextLabel;

/// The Details tab: what was asked, what became of it, and where it lies.
class RunDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RunDetails(const KindRegistry &kinds, QWidget *parent = nullptr);

    void setView(const RunView &view);

private:
    void setProof(const std::optional<CancelProof> &proof);

    const KindRegistry &m_kinds;
    FactList *m_run;
    FactList *m_what;
    FactList *m_where;
    QWidget *m_proof;
    TextLabel *m_proofText;
    CodeBox *m_processes;
};

} // namespace mooring
