#pragma once

#include "ui/azure/practice/practicestate.h"

#include <QObject>
#include <QTimer>

namespace mooring {

/// How the practice lab of a profile is. Looks once a second while it runs; one that was started elsewhere is seen when
/// somebody asks to look. Lives on the window's thread and reads in the background.
class PracticeWatch : public QObject
{
    Q_OBJECT
public:
    explicit PracticeWatch(const QString &profileFolder, QObject *parent = nullptr);

    const PracticeState &state() const { return m_state; }
    void look();

Q_SIGNALS:
    void changed();

private:
    QString m_profile;
    PracticeState m_state;
    QTimer m_timer;
    bool m_looking = false;
    bool m_again = false;
};

} // namespace mooring
