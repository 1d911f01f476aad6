"""Trains a logistic regression that tells worn bearings from good ones. Python's standard library only."""

import argparse
import json
import math
import os
import random
import sys
import time

from tracking import Tracker

FEATURES = ["vibration_x", "vibration_y", "vibration_z", "temperature_inner", "temperature_outer", "load"]


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--rows", type=int, default=20000, help="readings to make")
    parser.add_argument("--learning-rate", type=float, default=0.01)
    parser.add_argument("--l2", type=float, default=1e-4, help="weight decay")
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epoch-seconds", type=float, default=0.28, help="an epoch lasts at least this long, so that there is something to watch")
    parser.add_argument("--fast", action="store_true", help="8 epochs on 1 000 rows, without waiting")
    arguments = parser.parse_args()
    if arguments.fast:
        arguments.epochs, arguments.rows, arguments.epoch_seconds = 8, 1000, 0.0
    return arguments


def make_readings(rows, random_numbers):
    """Readings in their own units, and 1 for worn. The rule is linear in the log-odds, so that a perfect model exists."""
    readings, labels = [], []
    for _ in range(rows):
        load = random_numbers.uniform(0.2, 1.0)
        wear = random_numbers.gauss(0, 1)
        reading = [
            random_numbers.gauss(1.2 + 0.35 * wear, 0.3),
            random_numbers.gauss(1.1 + 0.25 * wear, 0.3),
            random_numbers.gauss(0.8 + 0.10 * wear, 0.3),
            random_numbers.gauss(48 + 6 * wear + 9 * load, 3),
            random_numbers.gauss(36 + 3 * wear + 7 * load, 3),
            load,
        ]
        chance = 1 / (1 + math.exp(-(3.0 * wear - 0.5)))
        readings.append(reading)
        labels.append(1 if random_numbers.random() < chance else 0)
    return readings, labels


def fit_scale(readings):
    """Mean and standard deviation of each column, from the training rows alone."""
    columns = list(zip(*readings))
    means = [sum(column) / len(column) for column in columns]
    deviations = [math.sqrt(sum((x - mean) ** 2 for x in column) / len(column)) or 1.0 for column, mean in zip(columns, means)]
    return means, deviations


def scaled(readings, means, deviations):
    return [[(x - mean) / deviation for x, mean, deviation in zip(row, means, deviations)] for row in readings]


def probability(row, weights, bias):
    z = bias + sum(x * weight for x, weight in zip(row, weights))
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def evaluate(rows, labels, weights, bias):
    """Mean cross-entropy and the share of right answers."""
    loss, right = 0.0, 0
    for row, label in zip(rows, labels):
        p = min(max(probability(row, weights, bias), 1e-12), 1 - 1e-12)
        loss -= math.log(p) if label else math.log(1 - p)
        right += (p >= 0.5) == bool(label)
    return loss / len(rows), right / len(rows)


def train_epoch(rows, labels, weights, bias, arguments, random_numbers, on_batch):
    """One pass of mini-batch gradient descent, in a new random order. Gives the new bias; weights change in place."""
    order = list(range(len(rows)))
    random_numbers.shuffle(order)
    for start in range(0, len(order), arguments.batch_size):
        batch = order[start:start + arguments.batch_size]
        slopes, bias_slope = [0.0] * len(weights), 0.0
        for i in batch:
            error = probability(rows[i], weights, bias) - labels[i]
            bias_slope += error
            for j, x in enumerate(rows[i]):
                slopes[j] += error * x
        for j in range(len(weights)):
            weights[j] -= arguments.learning_rate * (slopes[j] / len(batch) + arguments.l2 * weights[j])
        bias -= arguments.learning_rate * bias_slope / len(batch)
        on_batch(start + len(batch), len(order))
    return bias


class Progress:
    """A bar that redraws itself on one line, at most ten times a second."""

    def __init__(self, title):
        self.title, self.drawn = title, 0.0

    def __call__(self, done, total):
        now = time.monotonic()
        if now - self.drawn < 0.1 and done < total:
            return
        self.drawn = now
        full = 24 * done // total
        sys.stdout.write("\r%s [%s%s] %5d/%d" % (self.title, "#" * full, "." * (24 - full), done, total))
        sys.stdout.flush()


def save_model(folder, weights, bias, means, deviations, metrics):
    os.makedirs(folder, exist_ok=True)
    model = {"kind": "logistic-regression", "features": FEATURES, "weights": weights, "bias": bias, "means": means, "deviations": deviations, "metrics": metrics}
    with open(os.path.join(folder, "model.json"), "w") as file:
        json.dump(model, file, indent=2)
        file.write("\n")
    # The scoring script and a request to try it with go along, so that the folder can be deployed as it is.
    here = os.path.dirname(os.path.abspath(__file__))
    for name in ("score.py", "sample_input.json"):
        with open(os.path.join(here, name)) as source, open(os.path.join(folder, name), "w") as copy:
            copy.write(source.read())


def main():
    arguments = read_arguments()
    random_numbers = random.Random(arguments.seed)
    tracker = Tracker()
    tracker.log_params({"epochs": arguments.epochs, "rows": arguments.rows, "learning_rate": arguments.learning_rate, "l2": arguments.l2,
                        "batch_size": arguments.batch_size, "seed": arguments.seed})

    readings, labels = make_readings(arguments.rows, random_numbers)
    split = len(readings) * 4 // 5
    means, deviations = fit_scale(readings[:split])
    rows = scaled(readings, means, deviations)
    train_rows, train_labels, test_rows, test_labels = rows[:split], labels[:split], rows[split:], labels[split:]
    print("Training on %d readings, testing on %d, %d of all worn." % (len(train_rows), len(test_rows), sum(labels)), flush=True)

    weights, bias = [0.0] * len(FEATURES), 0.0
    metrics = {}
    for epoch in range(1, arguments.epochs + 1):
        started = time.monotonic()
        bias = train_epoch(train_rows, train_labels, weights, bias, arguments, random_numbers, Progress("Epoch %2d/%d" % (epoch, arguments.epochs)))
        loss, _ = evaluate(train_rows, train_labels, weights, bias)
        val_loss, accuracy = evaluate(test_rows, test_labels, weights, bias)
        metrics = {"loss": loss, "val_loss": val_loss, "accuracy": accuracy}
        tracker.log_metrics(epoch, **metrics)
        time.sleep(max(0.0, arguments.epoch_seconds - (time.monotonic() - started)))
        print("  loss %.4f  val_loss %.4f  accuracy %.3f" % (loss, val_loss, accuracy), flush=True)

    save_model(os.path.join("outputs", "model"), weights, bias, means, deviations, metrics)
    print("Wrote outputs/model: accuracy %.3f on readings it has not seen." % metrics.get("accuracy", 0.0))


if __name__ == "__main__":
    main()
