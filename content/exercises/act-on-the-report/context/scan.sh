#!/bin/sh
set -eu

trivy image --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 \
  registry.example.com/shop/api:1.8.0
