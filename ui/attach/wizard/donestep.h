#pragma once

#include "ui/attach/wizard/attachdesk.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class Banner;
class Button;
class FactList;
class SameAsBox;

/// The last step: what came out, the same thing as a command, and what one may do next.
class DoneStep : public QWidget
{
    Q_OBJECT
public:
    explicit DoneStep(QWidget *parent = nullptr);

    /// `canRunThere`: the window can start runs on it.
    void setTarget(const TargetRecord &target, const TargetKind *kind, bool canRunThere);
    void setForms(const std::vector<SameAs> &forms);
    /// While the sample is on its way; a sentence when it was not started.
    void setSampleRunning(bool running, const QString &problem = {});

Q_SIGNALS:
    void runWanted();
    void sampleWanted();

private:
    QWidget *makeNext();

    Banner *m_verdict;
    Banner *m_problem;
    SameAsBox *m_sameAs;
    QWidget *m_next = nullptr;
    Button *m_run = nullptr;
    Button *m_sample = nullptr;
};

/// Beside it: what the thing has, who it is, what warned.
class DoneSide : public QWidget
{
    Q_OBJECT
public:
    explicit DoneSide(QWidget *parent = nullptr);
    void setTarget(const TargetRecord &target);

private:
    FactList *m_facts;
    FactList *m_identity;
    QWidget *m_lookAt;
    QVBoxLayout *m_warnings;
};

} // namespace mooring
