#pragma once

#include <QWidget>

namespace mooring {

/// Beside the ways to sign in: what is kept where, what signing in does, and the practice lab.
class SignInSide : public QWidget
{
    Q_OBJECT
public:
    explicit SignInSide(QWidget *parent = nullptr);

Q_SIGNALS:
    void practiceWanted();
};

} // namespace mooring
